package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;

/** Where a script's console writes. */
public interface ScriptConsole {
    /**
     * Writes what may be several lines.
     *
     * @param level {@code log}, {@code debug}, {@code warn} or {@code error}
     */
    void print(String level, String text);

    /** What is logged is output; everything else is a message. */
    record OfDisplay(Display display) implements ScriptConsole {
        @Override
        public void print(String level, String text) {
            for (String line : text.split("\n", -1)) {
                if (level.equals("log")) {
                    display.say(MessageLevel.OUTPUT, line);
                } else {
                    display.say(MessageLevel.PLAIN, line);
                }
            }
        }
    }
}
