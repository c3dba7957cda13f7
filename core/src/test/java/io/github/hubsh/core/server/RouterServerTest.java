package io.github.hubsh.core.server;

/** The contract on the channels that this system offers. */
final class RouterServerTest extends RouterServerContract {
    RouterServerTest() {
        super(ServerChannels.best());
    }
}
