package io.github.hubsh.shell.report;

/**
 * Something that happened while a test ran: a line of its output, a message, or a step.
 *
 * @param millis after the test began
 * @param text as people read it, one line
 */
public record TestEvent(double millis, Kind kind, String text) {
    /** What happened. */
    public enum Kind {
        OUTPUT("output"),
        SENT("sent"),
        RECEIVED("received"),
        STEP("step");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
