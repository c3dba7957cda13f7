package io.github.hubsh.core.server;

/** The contract on the channels of the JDK. */
final class RouterServerOnNioTest extends RouterServerContract {
    RouterServerOnNioTest() {
        super(ServerChannels.NIO);
    }
}
