package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.line.SecretItems;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.syntax.VerbName;

/** A line as {@code --echo} shows it before it runs. */
final class EchoedLine {
    private EchoedLine() {}

    /** Shows it; a blank line is not shown, and of a line with a secret only the verb. */
    static void show(String line, Display display) {
        if (!line.isBlank()) {
            String shown = line.strip();
            display.say(MessageLevel.PLAIN, "> " + (SecretItems.in(shown) ? verb(shown) + "…" : shown));
        }
    }

    /** Any other first word may hold the secret: {@code password=x}, {@code f({pin:1})}. */
    private static String verb(String line) {
        String first = line.split("\\s", 2)[0];
        return VerbName.of(first) == null ? "" : first + " ";
    }
}
