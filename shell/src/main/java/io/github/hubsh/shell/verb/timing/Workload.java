package io.github.hubsh.shell.verb.timing;

/** Work that several threads share; all of them, and the one that waits, may call at the same time. */
public interface Workload {
    /** Takes one piece after the other until none is left. Every thread calls it once. */
    void work();

    /** Stops handing out pieces; called at the end in any case. */
    void stop();

    /** Returns how far it is, as a line for people. */
    String progress();

    /** Returns the message for a caller that was stopped while it waited. */
    String stopped();
}
