package io.github.hubsh.core.server;

/** The contract on the channels of the JDK. */
final class PublishServerOnNioTest extends PublishServerContract {
    PublishServerOnNioTest() {
        super(ServerChannels.NIO);
    }
}
