package io.github.hubsh.core.protocol;

/** A request in a simulation: how often it was executed, and how often its requester got an answer. */
final class SimulatedRequest {
    final String session;
    final SimulatedPlugin requester;

    // Mutable state
    int executed;
    int ended;

    boolean failed;

    SimulatedRequest(String session, SimulatedPlugin requester) {
        this.session = session;
        this.requester = requester;
    }
}
