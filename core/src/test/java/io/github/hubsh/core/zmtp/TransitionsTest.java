package io.github.hubsh.core.zmtp;

import static io.github.hubsh.core.zmtp.WireBytes.command;
import static io.github.hubsh.core.zmtp.WireBytes.concat;
import static io.github.hubsh.core.zmtp.WireBytes.greeting;
import static io.github.hubsh.core.zmtp.WireBytes.hex;
import static io.github.hubsh.core.zmtp.WireBytes.last;
import static io.github.hubsh.core.zmtp.WireBytes.more;
import static io.github.hubsh.core.zmtp.WireBytes.property;
import static io.github.hubsh.core.zmtp.WireBytes.ready;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What each input does in each state: the whole table is compared with {@code zmtp/transitions.txt}, which lists for
 * each state the inputs, and below them what comes of them.
 */
final class TransitionsTest {
    private static final Map<String, Supplier<ConnectionTranscript>> STATES = states();
    private static final Map<String, byte[]> INPUTS = inputs();

    @Test
    void every_state_takes_every_input_as_the_table_says() throws IOException {
        StringBuilder table = new StringBuilder();
        STATES.forEach((state, prepared) -> {
            Map<String, List<String>> outcomes = new LinkedHashMap<>();
            INPUTS.forEach((input, bytes) -> outcomes.computeIfAbsent(
                            outcome(prepared.get(), bytes), unseen -> new ArrayList<>())
                    .add(input));
            table.append(state).append('\n');
            outcomes.forEach((outcome, inputs) -> table.append("    ")
                    .append(String.join(" | ", inputs))
                    .append("\n        ")
                    .append(outcome)
                    .append('\n'));
        });
        assertThat(table.toString()).isEqualTo(resource("/zmtp/transitions.txt"));
    }

    private static String outcome(ConnectionTranscript transcript, byte[] input) {
        transcript.lines().clear();
        try {
            transcript.feed(input);
            // A closed connection is not fed by the transcript; it has to say itself that it takes nothing.
            if (input.length > 0 && transcript.lines().isEmpty()) {
                transcript.connection().receive(ByteBuffer.allocate(0));
            }
        } catch (IllegalStateException | ZmtpException e) {
            return "our fault: " + e.getMessage();
        }
        String lines = transcript.lines().isEmpty() ? "-" : String.join("; ", transcript.lines());
        return lines + " → " + transcript.connection().state();
    }

    private static Map<String, Supplier<ConnectionTranscript>> states() {
        Map<String, Supplier<ConnectionTranscript>> states = new LinkedHashMap<>();
        states.put("GREETING", () -> ConnectionTranscript.of(Sides.server(ZmtpSocketType.ROUTER)));
        states.put(
                "HANDSHAKE of a server",
                () -> ConnectionTranscript.undecided(Sides.server(ZmtpSocketType.ROUTER))
                        .feed(greeting()));
        states.put(
                "HANDSHAKE of a client",
                () -> ConnectionTranscript.of(Sides.client(ZmtpSocketType.DEALER))
                        .feed(greeting()));
        states.put(
                "DECIDING",
                () -> ConnectionTranscript.undecided(Sides.server(ZmtpSocketType.ROUTER))
                        .feed(concat(greeting(), ready("DEALER", "lab"))));
        states.put(
                "TRAFFIC at a ROUTER",
                () -> ConnectionTranscript.of(Sides.server(ZmtpSocketType.ROUTER))
                        .feed(concat(greeting(), ready("DEALER", "lab"))));
        states.put(
                "TRAFFIC at an XPUB",
                () -> ConnectionTranscript.of(Sides.server(ZmtpSocketType.XPUB))
                        .feed(concat(greeting(), ready("SUB", ""))));
        states.put(
                "TRAFFIC at a SUB",
                () -> ConnectionTranscript.of(Sides.client(ZmtpSocketType.SUB))
                        .feed(concat(greeting(), ready("PUB", ""))));
        states.put(
                "CLOSED",
                () -> ConnectionTranscript.of(Sides.server(ZmtpSocketType.ROUTER))
                        .feed(hex("00")));
        return states;
    }

    private static Map<String, byte[]> inputs() {
        Map<String, byte[]> inputs = new LinkedHashMap<>();
        inputs.put("greeting 3.1", greeting());
        inputs.put("greeting 3.0", greeting(3, 0, "NULL"));
        inputs.put("greeting 4.7", greeting(4, 7, "NULL"));
        inputs.put("greeting 2.0", greeting(2, 0, "NULL"));
        inputs.put("greeting CURVE", greeting(3, 1, "CURVE"));
        inputs.put("half a greeting", hex("ff"));
        inputs.put("HTTP", WireBytes.ascii("GET / HTTP/1.1\r\n"));
        inputs.put("READY of a DEALER", ready("DEALER", "p1"));
        inputs.put("READY of a ROUTER", ready("ROUTER", "p1"));
        inputs.put("READY of a SUB", ready("SUB", "p1"));
        inputs.put("READY of a PUSH", ready("PUSH", ""));
        inputs.put("READY without type", ready(property("Identity", "p1")));
        inputs.put("READY with more", ready(property("socket-TYPE", "DEALER"), property("X-Lab", "4")));
        inputs.put("READY, type twice", ready(property("Socket-Type", "REQ"), property("socket-type", "REQ")));
        inputs.put("READY, identity \\0", ready("DEALER", "\0a"));
        inputs.put("READY cut off", command("READY", "\013Socket-Type\0\0\0\7DEALER"));
        inputs.put("ERROR", command("ERROR", "\7no room"));
        inputs.put("ERROR without reason", command("ERROR", ""));
        inputs.put("message", last("hello"));
        inputs.put("message of two", concat(more("a"), last("")));
        inputs.put("half a message", more("a"));
        inputs.put("message \\1lab", last("\1lab"));
        inputs.put("message \\0lab", last("\0lab"));
        inputs.put("message \\1, more", concat(more("\1lab"), last("b")));
        inputs.put("SUBSCRIBE", command("SUBSCRIBE", "lab"));
        inputs.put("CANCEL", command("CANCEL", ""));
        inputs.put("PING", command("PING", "\0\36context"));
        inputs.put("PING without TTL", command("PING", "\0"));
        inputs.put("PING, long context", command("PING", "\0\0seventeen octets."));
        inputs.put("PONG", command("PONG", "context"));
        inputs.put("PONG, long context", command("PONG", "seventeen octets."));
        inputs.put("JOIN", command("JOIN", "group"));
        inputs.put("command without name", hex("0400"));
        inputs.put("command, empty name", hex("040100"));
        inputs.put("command, name cut off", hex("04020550"));
        inputs.put("command, odd name", hex("040201 2a"));
        inputs.put("command with MORE", hex("05020150"));
        inputs.put("command of 8193", hex("06 0000000000002001"));
        inputs.put("frame of 64 MiB + 1", hex("02 0000000004000001"));
        inputs.put("frame of 2^63", hex("02 8000000000000000"));
        inputs.put("reserved flag", hex("0800"));
        return inputs;
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(TransitionsTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
