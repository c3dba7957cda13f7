package io.github.hubsh.core.hub;

/** The contract on real sockets. */
final class HubPresenceSocketsTest extends HubPresenceContract {
    HubPresenceSocketsTest() {
        super("tcp://127.0.0.1:*");
    }
}
