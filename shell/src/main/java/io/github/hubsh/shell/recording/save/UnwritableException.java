package io.github.hubsh.shell.recording.save;

/** A script cannot say that value; the message says why. */
final class UnwritableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnwritableException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
