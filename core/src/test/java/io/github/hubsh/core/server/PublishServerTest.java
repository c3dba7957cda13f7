package io.github.hubsh.core.server;

/** The contract on the channels that this system offers. */
final class PublishServerTest extends PublishServerContract {
    PublishServerTest() {
        super(ServerChannels.best());
    }
}
