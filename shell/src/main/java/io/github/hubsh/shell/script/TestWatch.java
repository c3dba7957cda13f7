package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.ShellException;
import java.util.function.Supplier;

/** Runs tests again whenever a file changes. A run that fails does not end it; Ctrl-C does. */
final class TestWatch {
    private final Display display;
    private final Runnable change;

    /**
     * Begins nothing yet.
     *
     * @param change returns when something has changed since it was called last
     */
    TestWatch(Display display, Runnable change) {
        this.display = display;
        this.change = change;
    }

    /** Runs the tests until it is interrupted. */
    Outcome run(Supplier<Outcome> tests) {
        while (true) {
            try {
                display.show(tests.get());
            } catch (ShellException failed) {
                if (failed.isInterruption()) {
                    throw failed;
                }
                display.say(MessageLevel.WARNING, failed.text());
            }
            display.say(MessageLevel.NOTE, "waiting for a change; Ctrl-C ends it");
            change.run();
        }
    }
}
