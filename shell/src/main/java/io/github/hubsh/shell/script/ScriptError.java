package io.github.hubsh.shell.script;

/** Thrown where a script's promise was rejected, or its main function failed. */
public final class ScriptError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ErrorDetails details;

    ScriptError(ErrorDetails details) {
        super(details.text("name") + ": " + details.text("message"), null, false, false);
        this.details = details;
    }

    ErrorDetails details() {
        return details;
    }
}
