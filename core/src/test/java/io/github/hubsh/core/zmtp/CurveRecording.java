package io.github.hubsh.core.zmtp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubsh.core.key.CurveKeyPair;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A CURVE conversation of two libzmq sockets as {@code zmtp/record_curve.py} has recorded it: with what each side drew,
 * so that our side can say the same.
 */
record CurveRecording(String name, JsonNode content) {
    static final List<String> NAMES = List.of(
            "curve-dealer-router", "curve-router-router", "curve-sub-xpub", "curve-sub-xpub-3.0", "curve-heartbeats");

    static CurveRecording read(String name) {
        try (InputStream file = CurveRecording.class.getResourceAsStream("/zmtp/" + name + ".json")) {
            return new CurveRecording(name, new ObjectMapper().readTree(Objects.requireNonNull(file, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<CurveRecording> all() {
        return NAMES.stream().map(CurveRecording::read).toList();
    }

    CurveKeyPair keys(String side) {
        return CurveKeyPair.ofSecret(content.get("keys").get(side).asText());
    }

    /** All that one side sent. */
    byte[] from(String side) {
        StringBuilder digits = new StringBuilder();
        for (JsonNode entry : content.get("bytes")) {
            if (entry.get("from").asText().equals(side)) {
                digits.append(entry.get("hex").asText());
            }
        }
        return HexFormat.of().parseHex(digits);
    }

    ConnectionTranscript ourClient() {
        return ConnectionTranscript.of(connection("client", Octets.ofText("lab")));
    }

    ConnectionTranscript ourServer() {
        return ConnectionTranscript.of(connection("server", Octets.ofText("hub")));
    }

    private ZmtpConnection connection(String side, Octets identity) {
        ZmtpSocketType type = ZmtpSocketType.valueOf(content.get(side).asText());
        boolean server = side.equals("server");
        SocketSecurity security = server
                ? SocketSecurity.curveServer(keys(side), drawn(side))
                : SocketSecurity.curveClient(keys("server").publicKey(), keys(side), drawn(side));
        Octets name = name().contains("heartbeats") ? Octets.EMPTY : identity;
        LocalSocket self = new LocalSocket(server ? ConnectionSide.SERVER : ConnectionSide.CLIENT, type, name);
        return new ZmtpConnection(self, security, ZmtpLimits.DEFAULTS, 0);
    }

    /** Draws what a side of the recording drew. */
    private RandomGenerator drawn(String side) {
        Deque<byte[]> rest = new ArrayDeque<>();
        content.get("drawn").get(side).forEach(draw -> rest.add(HexFormat.of().parseHex(draw.asText())));
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("bytes are drawn, no numbers");
            }

            @Override
            public void nextBytes(byte[] bytes) {
                byte[] draw = rest.remove();
                assertSize(draw, bytes);
                System.arraycopy(draw, 0, bytes, 0, bytes.length);
            }
        };
    }

    private static void assertSize(byte[] draw, byte[] bytes) {
        if (draw.length != bytes.length) {
            throw new AssertionError(bytes.length + " bytes are drawn where libzmq draws " + draw.length);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
