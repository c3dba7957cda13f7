package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.line.SecretItems;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;

/** A line as {@code --echo} shows it before it runs. */
final class EchoedLine {
    private EchoedLine() {}

    /** Shows it; a blank line is not shown, and of a line with a secret only the first word. */
    static void show(String line, Display display) {
        if (!line.isBlank()) {
            String shown = line.strip();
            display.say(MessageLevel.PLAIN, "> " + (SecretItems.in(shown) ? shown.split("\\s", 2)[0] + " …" : shown));
        }
    }
}
