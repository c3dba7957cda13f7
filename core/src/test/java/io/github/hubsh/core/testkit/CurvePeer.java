package io.github.hubsh.core.testkit;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.key.CurveKeyPair;
import java.util.ArrayList;
import java.util.List;

/** Peers in CPython whose sockets all speak CURVE. */
public final class CurvePeer {
    private CurvePeer() {}

    /** A plugin with keys. */
    public static PythonPeer plugin(CurveKey server, CurveKeyPair own, String hubUri, String name, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("client", server.z85(), own.secretZ85(), "peer_plugin.py", "--hub", hubUri, "--name", name));
        arguments.addAll(List.of(options));
        return PythonPeer.start("peer_curve.py", arguments.toArray(new String[0]));
    }

    /** A client that prints every broadcast from here on. */
    public static PythonPeer subscriber(CurveKey server, CurveKeyPair own, String hubUri) {
        return PythonPeer.start(
                "peer_curve.py",
                "client",
                server.z85(),
                own.secretZ85(),
                "peer_client.py",
                "--hub",
                hubUri,
                "--subscribe");
    }

    /**
     * A hub with keys.
     *
     * @param clients a folder of public certificates, or {@code any}
     */
    public static PythonPeer hub(CurveKeyPair keys, String clients) {
        return PythonPeer.start("peer_curve.py", "server", keys.secretZ85(), clients, "peer_hub.py");
    }
}
