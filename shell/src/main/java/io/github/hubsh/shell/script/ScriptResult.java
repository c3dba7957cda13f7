package io.github.hubsh.shell.script;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import org.jspecify.annotations.Nullable;

/** The outcome of one action of a script. For the script's thread. */
final class ScriptResult {
    /**
     * How it ended.
     *
     * @param text the value's text; or the error's, as {@code errors.js} describes it
     */
    record Result(boolean failed, String text) {}

    // Mutable state
    private @Nullable Result result;

    void complete(Result how) {
        result = how;
    }

    boolean isDone() {
        return result != null;
    }

    /** Returns the value's text. */
    String get() {
        Result how = result;
        if (how == null) {
            throw new ShellException(Problem.SCRIPT_FAILED, "the script waits for a promise that can never settle")
                    .hint("it has no timer, request, handler or plugin left");
        }
        if (how.failed()) {
            throw new ScriptError(ErrorDetails.read(how.text()));
        }
        return how.text();
    }
}
