package io.github.hubsh.shell.script.test;

/**
 * Something that happened while a test ran: a line of its output, a message, or a step.
 *
 * @param millis after the test began
 * @param text as people read it, one line
 */
record TestEvent(double millis, Kind kind, String text) {
    /** What happened. */
    enum Kind {
        OUTPUT("output"),
        SENT("sent"),
        RECEIVED("received"),
        STEP("step");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
