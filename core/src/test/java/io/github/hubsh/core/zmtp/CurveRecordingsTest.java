package io.github.hubsh.core.zmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CURVE beside libzmq's: with the same random numbers our side says the same, byte by byte. */
final class CurveRecordingsTest {
    private static final int GREETING_BYTES = Greeting.BYTES;

    @ParameterizedTest
    @MethodSource("io.github.hubsh.core.zmtp.CurveRecording#all")
    void our_client_says_what_that_of_libzmq_said(CurveRecording recording) throws ZmtpException {
        byte[] said = recording.from("client");
        ByteBuffer written = handshake(recording.ourClient().connection(), recording.from("server"));
        assertThat(written).isEqualTo(ByteBuffer.wrap(said, GREETING_BYTES, written.remaining()));
        assertThat(written.remaining()).isGreaterThan(CurveCommands.HELLO_BYTES + CurveCommands.MIN_INITIATE_BYTES);
    }

    @ParameterizedTest
    @MethodSource("io.github.hubsh.core.zmtp.CurveRecording#all")
    void our_server_says_what_that_of_libzmq_said(CurveRecording recording) throws ZmtpException {
        byte[] said = recording.from("server");
        ByteBuffer written = handshake(recording.ourServer().connection(), recording.from("client"));
        assertThat(written).isEqualTo(ByteBuffer.wrap(said, GREETING_BYTES, written.remaining()));
        assertThat(written.remaining()).isGreaterThan(CurveCommands.WELCOME_BYTES + CurveCommands.MIN_READY_BYTES);
    }

    @Test
    void the_messages_come_out_as_they_were_sent() {
        CurveRecording requests = CurveRecording.read("curve-dealer-router");
        assertThat(lines(requests.ourServer(), requests.from("client")))
                .contains("ready DEALER 'lab' " + requests.keys("client").publicKey())
                .contains("message [, question, " + "q".repeat(255) + "]");
        assertThat(lines(requests.ourClient(), requests.from("server")))
                .contains("message [, answer to question, " + "q".repeat(255) + "]");
        CurveRecording names = CurveRecording.read("curve-router-router");
        assertThat(lines(names.ourServer(), names.from("client"))).contains("message [, question]");
    }

    @Test
    void subscriptions_and_heartbeats_come_in_boxes_too() {
        for (String name : List.of("curve-sub-xpub", "curve-sub-xpub-3.0")) {
            CurveRecording recording = CurveRecording.read(name);
            assertThat(lines(recording.ourServer(), recording.from("client")))
                    .as(name)
                    .contains("subscribe 'lab'", "subscribe ''", "cancel ''");
            assertThat(lines(recording.ourClient(), recording.from("server")))
                    .as(name)
                    .contains("message [lab, hub, one]", "message [lab, hub, three]");
        }
        CurveRecording beats = CurveRecording.read("curve-heartbeats");
        assertThat(lines(beats.ourServer(), beats.from("client"))).contains("ping 30 ''");
        assertThat(lines(beats.ourClient(), beats.from("server"))).contains("pong ''");
    }

    @ParameterizedTest
    @MethodSource("io.github.hubsh.core.zmtp.CurveRecording#all")
    void however_the_bytes_are_cut_the_events_are_the_same(CurveRecording recording) {
        byte[] client = recording.from("client");
        byte[] server = recording.from("server");
        List<String> atServer = lines(recording.ourServer(), client);
        List<String> atClient = lines(recording.ourClient(), server);
        int step = recording.name().equals("curve-dealer-router") ? 1 : 13;
        for (int at = 1; at < client.length; at += step) {
            assertThat(lines(recording.ourServer(), client, at, client.length)).isEqualTo(atServer);
        }
        for (int at = 1; at < server.length; at += step) {
            assertThat(lines(recording.ourClient(), server, at, server.length)).isEqualTo(atClient);
        }
        Random random = new Random(17);
        for (int round = 0; round < 20; round++) {
            int[] sizes = random.ints(100, 1, 60).toArray();
            assertThat(lines(recording.ourServer(), client, sizes)).isEqualTo(atServer);
            assertThat(lines(recording.ourClient(), server, sizes)).isEqualTo(atClient);
        }
    }

    /** What libzmq sealed after the handshake is what we make of the same frames. */
    @Test
    void traffic_is_sealed_as_libzmq_seals_it() throws ZmtpException {
        CurveRecording recording = CurveRecording.read("curve-dealer-router");
        ZmtpConnection client = recording.ourClient().connection();
        int handshake = handshake(client, recording.from("server")).remaining();
        byte[] said = recording.from("client");
        byte[] sealed = Arrays.copyOfRange(said, GREETING_BYTES + handshake, said.length);
        FrameSealer sealer = Objects.requireNonNull(client.sealer());
        ByteBuffer longHeader = ByteBuffer.allocate(FrameHeader.MAX_BYTES);
        FrameHeader.last(300).writeTo(longHeader);
        byte[] plain = WireBytes.concat(
                WireBytes.more(""), WireBytes.more("question"), longHeader.array(), WireBytes.ascii("q".repeat(300)));
        List<Byte> made = new ArrayList<>();
        for (byte each : plain) {
            ByteBuffer out = sealer.seal(ByteBuffer.wrap(new byte[] {each}));
            while (out.hasRemaining()) {
                made.add(out.get());
            }
        }
        assertThat(made).hasSize(sealed.length);
        for (int i = 0; i < sealed.length; i++) {
            assertThat(made.get(i)).as("octet %d", i).isEqualTo(sealed[i]);
        }
    }

    private static List<String> lines(ConnectionTranscript transcript, byte[] input, int... sizes) {
        return List.copyOf(transcript.feed(input, sizes).lines());
    }

    /** Returns all that is written in the handshake, behind the greeting. */
    private static ByteBuffer handshake(ZmtpConnection connection, byte[] theirs) throws ZmtpException {
        ByteBuffer written = ByteBuffer.allocate(1 << 10);
        ByteBuffer input = ByteBuffer.wrap(theirs);
        while (connection.state() != ZmtpConnection.State.TRAFFIC) {
            ZmtpEvent event = connection.receive(input);
            if (event instanceof ZmtpEvent.Write write) {
                write.bytes().writeTo(written);
            } else if (event instanceof PeerReady && connection.state() == ZmtpConnection.State.DECIDING) {
                connection.accept().writeTo(written);
            }
        }
        return written.flip();
    }
}
