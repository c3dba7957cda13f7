package io.github.hubsh.core.zmtp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * A conversation of two libzmq sockets as {@code zmtp/record.py} has recorded it.
 *
 * @param fromClient all that the client sent
 * @param fromServer all that the server sent
 */
record ZmtpRecording(String name, ZmtpSocketType client, ZmtpSocketType server, Octets fromClient, Octets fromServer) {
    /** Those that go from the greeting to messages by the NULL mechanism. */
    static final List<String> NULL_NAMES =
            List.of("dealer-router", "router-router", "req-router", "sub-xpub", "sub-xpub-3.0", "heartbeats");

    static ZmtpRecording read(String name) {
        try (InputStream file = ZmtpRecording.class.getResourceAsStream("/zmtp/" + name + ".json")) {
            JsonNode recording = new ObjectMapper().readTree(Objects.requireNonNull(file, name));
            return new ZmtpRecording(
                    name,
                    ZmtpSocketType.valueOf(recording.get("client").asText()),
                    ZmtpSocketType.valueOf(recording.get("server").asText()),
                    bytesFrom("client", recording),
                    bytesFrom("server", recording));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ZmtpRecording> all() {
        return NULL_NAMES.stream().map(ZmtpRecording::read).toList();
    }

    /** A transcript of our client, which has what the server of the recording sent still to come. */
    ConnectionTranscript ourClient() {
        return ConnectionTranscript.of(Sides.client(client));
    }

    /** A transcript of our server, which has what the client of the recording sent still to come. */
    ConnectionTranscript ourServer() {
        return ConnectionTranscript.of(Sides.server(server));
    }

    private static Octets bytesFrom(String side, JsonNode recording) {
        StringBuilder digits = new StringBuilder();
        for (JsonNode entry : recording.get("bytes")) {
            if (entry.get("from").asText().equals(side)) {
                digits.append(entry.get("hex").asText());
            }
        }
        return Octets.of(HexFormat.of().parseHex(digits));
    }
}
