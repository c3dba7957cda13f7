package io.github.hubsh.core.server;

/** The contract for peers in this process. */
final class RouterServerOnInprocTest extends RouterPeersContract {
    RouterServerOnInprocTest() {
        super(ServerChannels.best());
    }

    @Override
    String anywhere() {
        return "inproc://router-test";
    }
}
