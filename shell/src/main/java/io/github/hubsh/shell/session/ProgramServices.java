package io.github.hubsh.shell.session;

import io.github.hubsh.shell.syntax.Syntax;
import java.util.List;

/** The program that the shell runs in, as far as verbs may know it. */
public interface ProgramServices {
    /** Returns the options that stand before a verb. */
    Syntax syntax();

    String version();

    /** Returns what the program was told, and what it keeps; reads files on first use. */
    Configuration configuration();

    /** Looks at what the program stands on: the terminal, Java, files. Takes as long as it takes. */
    List<HealthCheck> checks();

    /** Returns what runs JavaScript; opened by the first who asks. */
    Scripting scripting();
}
