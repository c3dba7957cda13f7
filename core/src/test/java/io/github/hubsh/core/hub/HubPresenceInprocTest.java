package io.github.hubsh.core.hub;

/** The contract for plugins in the process of the hub. */
final class HubPresenceInprocTest extends HubPresenceContract {
    HubPresenceInprocTest() {
        super("inproc://presence-test");
    }
}
