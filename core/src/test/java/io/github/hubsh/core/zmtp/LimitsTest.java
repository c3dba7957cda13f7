package io.github.hubsh.core.zmtp;

import static io.github.hubsh.core.zmtp.WireBytes.command;
import static io.github.hubsh.core.zmtp.WireBytes.concat;
import static io.github.hubsh.core.zmtp.WireBytes.greeting;
import static io.github.hubsh.core.zmtp.WireBytes.hex;
import static io.github.hubsh.core.zmtp.WireBytes.last;
import static io.github.hubsh.core.zmtp.WireBytes.more;
import static io.github.hubsh.core.zmtp.WireBytes.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each limit lets its value pass, and refuses one more. */
final class LimitsTest {
    private static final ZmtpLimits SMALL =
            new ZmtpLimits(new HandshakeLimits(3, 60, 1_000_000_000), new MessageLimits(8, 10, 3, 12));

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1", "1, 0, 1, 1", "1, 1, 0, 1", "1, 1, 1, 0"})
    void a_limit_for_messages_is_at_least_one(int frame, int message, int frames, int command) {
        assertThat(new MessageLimits(1, 1, 1, 1).maxFrames()).isOne();
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageLimits(frame, message, frames, command));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0"})
    void a_limit_for_handshakes_is_at_least_one(int identity, int metadata, long nanos) {
        assertThat(new HandshakeLimits(1, 1, 1).timeoutNanos()).isOne();
        assertThatIllegalArgumentException().isThrownBy(() -> new HandshakeLimits(identity, metadata, nanos));
    }

    @Test
    void bytes_of_a_frame() {
        assertThat(traffic(last("12345678"))).containsExactly("message [12345678]");
        assertThat(traffic(last("123456789"))).containsExactly("error: a frame of 9 bytes; at most 8 are allowed");
    }

    @Test
    void bytes_of_a_message() {
        assertThat(traffic(concat(more("12345678"), last("90")))).containsExactly("message [12345678, 90]");
        assertThat(traffic(concat(more("12345678"), last("901"))))
                .containsExactly("error: a message of 11 bytes or more; at most 10 are allowed");
    }

    @Test
    void frames_of_a_message() {
        assertThat(traffic(concat(more(""), more(""), last("")))).containsExactly("message [, , ]");
        assertThat(traffic(concat(more(""), more(""), more(""), more(""))))
                .containsExactly("error: a message of 4 frames or more; at most 3 are allowed");
    }

    @Test
    void a_message_after_another_has_the_limits_for_itself() {
        byte[] message = concat(more("12345678"), more("9"), last("0"));
        assertThat(traffic(concat(message, message))).hasSize(2).allMatch(line -> line.startsWith("message"));
    }

    @Test
    void bytes_of_a_command() {
        assertThat(traffic(command("PONG", "1234567"))).containsExactly("pong '1234567'");
        assertThat(traffic(command("PONG", "12345678")))
                .containsExactly("error: a command of 13 bytes; at most 12 are allowed");
    }

    @Test
    void bytes_of_a_subscription_of_the_old_form() {
        ZmtpLimits limits = new ZmtpLimits(HandshakeLimits.DEFAULTS, new MessageLimits(100, 100, 3, 12));
        byte[] start = concat(greeting(), ready("SUB", ""));
        for (int length : List.of(11, 12)) {
            ConnectionTranscript transcript =
                    transcript(ZmtpSocketType.XPUB, limits).feed(start);
            transcript.lines().clear();
            assertThat(transcript.feed(last("\1" + "x".repeat(length))).lines())
                    .containsExactly(
                            length == 11
                                    ? "subscribe '" + "x".repeat(11) + "'"
                                    : "error: a subscription of 13 bytes; at most 12 are allowed");
        }
    }

    @Test
    void bytes_of_an_identity() {
        assertThat(started(ready("DEALER", "abc"))).first().isEqualTo("ready DEALER 'abc'");
        assertThat(started(ready("DEALER", "abcd")))
                .containsExactly("error: an identity of 4 bytes; at most 3 are allowed (the peer gets an ERROR)");
    }

    @Test
    void bytes_of_the_metadata() {
        assertThat(started(command("READY", "x".repeat(55))))
                .containsExactly("error: a command of 61 bytes; at most 60 are allowed (the peer gets an ERROR)");
    }

    @Test
    void what_is_announced_is_refused_before_it_comes() {
        assertThat(traffic(hex("02 0000000010000000")))
                .containsExactly("error: a frame of 268435456 bytes; at most 8 are allowed");
    }

    @Test
    void the_time_of_the_handshake() throws ZmtpException {
        ZmtpConnection silent = Sides.connection(ConnectionSide.SERVER, ZmtpSocketType.ROUTER, "", SMALL);
        assertThat(silent.nextDeadline()).isEqualTo(1_000_000_000);
        silent.checkDeadline(999_999_999);
        assertThatThrownBy(() -> silent.checkDeadline(1_000_000_000))
                .isInstanceOf(ZmtpException.class)
                .hasMessage("no complete greeting within 1000 ms");
        assertThat(silent.state()).isEqualTo(ZmtpConnection.State.CLOSED);
        assertThat(silent.nextDeadline()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void the_time_of_the_handshake_covers_the_peers_part_only() throws ZmtpException {
        ConnectionTranscript undecided = ConnectionTranscript.undecided(
                        Sides.connection(ConnectionSide.SERVER, ZmtpSocketType.ROUTER, "", SMALL))
                .feed(greeting());
        ZmtpConnection connection = undecided.connection();
        assertThat(connection.nextDeadline()).isEqualTo(1_000_000_000);
        undecided.feed(ready("DEALER", ""));
        assertThat(connection.nextDeadline()).isEqualTo(Long.MAX_VALUE);
        connection.accept();
        connection.checkDeadline(Long.MAX_VALUE - 1);
        assertThat(connection.state()).isEqualTo(ZmtpConnection.State.TRAFFIC);
    }

    @Test
    void a_peer_that_does_not_get_ready_gets_no_error_that_would_keep_it_away() {
        ZmtpConnection connection = ConnectionTranscript.of(
                        Sides.connection(ConnectionSide.SERVER, ZmtpSocketType.ROUTER, "", SMALL))
                .feed(greeting())
                .connection();
        assertThatThrownBy(() -> connection.checkDeadline(2_000_000_000))
                .hasMessage("no complete READY within 1000 ms")
                .extracting(failure -> ((ZmtpException) failure).reply())
                .isEqualTo(Octets.EMPTY);
    }

    private static List<String> traffic(byte[] bytes) {
        ConnectionTranscript transcript =
                transcript(ZmtpSocketType.ROUTER, SMALL).feed(concat(greeting(), ready("DEALER", "")));
        transcript.lines().clear();
        return transcript.feed(bytes).lines();
    }

    private static List<String> started(byte[] ready) {
        return transcript(ZmtpSocketType.ROUTER, SMALL)
                .feed(greeting())
                .feed(ready)
                .lines();
    }

    private static ConnectionTranscript transcript(ZmtpSocketType type, ZmtpLimits limits) {
        return ConnectionTranscript.of(Sides.connection(ConnectionSide.SERVER, type, "", limits));
    }
}
