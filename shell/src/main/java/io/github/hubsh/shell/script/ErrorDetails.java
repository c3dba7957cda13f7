package io.github.hubsh.shell.script;

import io.github.hubsh.shell.word.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as {@code errors.js} describes it: its name, message and stack, and what it is about. */
public record ErrorDetails(Map<String, @Nullable Object> details) {
    static ErrorDetails read(String text) {
        return new ErrorDetails(ScriptText.readObject("=" + text));
    }

    /** Returns a detail, empty where there is none. */
    public String text(String key) {
        Object value = details.get(key);
        return value == null ? "" : String.valueOf(value);
    }

    @Nullable
    String optional(String key) {
        Object value = details.get(key);
        return value == null ? null : String.valueOf(value);
    }

    /** Returns the message, what caused it, and on a line of its own what to do. */
    public String reason() {
        String cause = optional("cause");
        String hint = optional("hint");
        return text("message")
                + (cause == null ? "" : "; caused by " + cause)
                + (hint == null || hint.isEmpty() ? "" : "\n" + hint);
    }

    Problem problem() {
        String kind = text("kind");
        for (Problem problem : Problem.values()) {
            if (problem.kind().equals(kind)) {
                return problem;
            }
        }
        return Problem.SCRIPT_FAILED;
    }

    /** Returns the message without the name of the request, which stands beside it. */
    String message() {
        String about = text("plugin").isEmpty() ? "" : text("plugin") + " " + text("command") + ": ";
        String message = text("message");
        return message.startsWith(about) ? message.substring(about.length()) : message;
    }
}
