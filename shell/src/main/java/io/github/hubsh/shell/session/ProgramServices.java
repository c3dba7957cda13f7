package io.github.hubsh.shell.session;

import io.github.hubsh.shell.syntax.Syntax;
import java.util.List;

/** The program that the shell runs in, as far as verbs may know it. */
public interface ProgramServices {
    /** Returns the options that stand before a verb. */
    Syntax syntax();

    String version();

    /** Returns the settings of the program, and what it keeps; reads files on first use. */
    Configuration configuration();

    /** Checks what the program depends on: the terminal, Java, files. May take long. */
    List<HealthCheck> checks();

    /** Returns what runs JavaScript; opened on first use. */
    Scripting scripting();
}
