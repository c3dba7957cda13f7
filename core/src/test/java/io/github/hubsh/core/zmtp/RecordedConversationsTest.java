package io.github.hubsh.core.zmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our machines understand what sockets of libzmq 4.3.4 said to each other. */
final class RecordedConversationsTest {
    private static final String LONG = "q".repeat(255);

    @Test
    void a_dealer_with_an_identity_asks_a_router() {
        ZmtpRecording recording = ZmtpRecording.read("dealer-router");
        assertThat(withoutWrites(
                        recording.ourServer().feed(recording.fromClient().toArray())))
                .containsExactly("ready DEALER 'lab'", "message [, question, " + LONG + "]");
        assertThat(withoutWrites(
                        recording.ourClient().feed(recording.fromServer().toArray())))
                .containsExactly("ready ROUTER ''", "message [, answer to question, " + LONG + "]");
    }

    @Test
    void two_routers_know_each_other_by_their_identities() {
        ZmtpRecording recording = ZmtpRecording.read("router-router");
        assertThat(withoutWrites(
                        recording.ourServer().feed(recording.fromClient().toArray())))
                .containsExactly("ready ROUTER 'lab'", "message [, question]");
        assertThat(withoutWrites(
                        recording.ourClient().feed(recording.fromServer().toArray())))
                .containsExactly("ready ROUTER 'hub'", "message [, answer]");
    }

    @Test
    void a_req_puts_an_empty_frame_before_its_question() {
        ZmtpRecording recording = ZmtpRecording.read("req-router");
        assertThat(withoutWrites(
                        recording.ourServer().feed(recording.fromClient().toArray())))
                .containsExactly("ready REQ ''", "message [, question]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub-xpub", "sub-xpub-3.0"})
    void subscriptions_of_both_versions_are_the_same_events(String name) {
        ZmtpRecording recording = ZmtpRecording.read(name);
        assertThat(withoutWrites(
                        recording.ourServer().feed(recording.fromClient().toArray())))
                .containsExactly("ready SUB ''", "subscribe 'lab'", "subscribe ''", "cancel ''");
        assertThat(withoutWrites(
                        recording.ourClient().feed(recording.fromServer().toArray())))
                .containsExactly("ready XPUB ''", "message [lab, hub, one]", "message [lab, hub, three]");
    }

    @Test
    void heartbeats_go_with_the_messages() {
        ZmtpRecording recording = ZmtpRecording.read("heartbeats");
        assertThat(withoutWrites(
                        recording.ourServer().feed(recording.fromClient().toArray())))
                .startsWith("ready DEALER ''", "message []")
                .contains("ping 30 ''");
        assertThat(withoutWrites(
                        recording.ourClient().feed(recording.fromServer().toArray())))
                .startsWith("ready ROUTER ''", "pong ''");
    }

    @Test
    void another_mechanism_is_refused_by_name() {
        ZmtpRecording recording = ZmtpRecording.read("plain");
        String refused = "error: the peer has the security mechanism 'PLAIN', this socket has NULL";

        assertThat(recording.ourServer().feed(recording.fromClient().toArray()).lines())
                .containsExactly(refused);
        assertThat(recording.ourClient().feed(recording.fromServer().toArray()).lines())
                .containsExactly(refused);
    }

    @Test
    void a_peer_with_keys_learns_that_this_side_has_none() {
        ZmtpRecording recording = ZmtpRecording.read("curve");

        assertThat(recording.ourServer().feed(recording.fromClient().toArray()).lines())
                .containsExactly("error: the client has keys, and this socket speaks without CURVE");
        assertThat(recording.ourClient().feed(recording.fromServer().toArray()).lines())
                .containsExactly("error: it speaks CURVE only, and this client has no keys");
    }

    @Test
    void we_describe_ourselves_as_libzmq_does() {
        ZmtpRecording recording = ZmtpRecording.read("dealer-router");
        byte[] theirs = recording.fromClient().toArray();
        byte[] ready = ReadyCommand.encode(
                        new LocalSocket(ConnectionSide.CLIENT, ZmtpSocketType.DEALER, Octets.ofText("lab")))
                .toArray();
        assertThat(Arrays.copyOfRange(theirs, Greeting.BYTES, Greeting.BYTES + ready.length))
                .isEqualTo(ready);
        byte[] greeting = Greeting.ours("NULL").toArray();
        assertThat(Arrays.copyOfRange(theirs, Greeting.MAJOR_AT, Greeting.BYTES))
                .isEqualTo(Arrays.copyOfRange(greeting, Greeting.MAJOR_AT, Greeting.BYTES));
    }

    @Test
    void we_subscribe_as_libzmq_does_in_each_version() {
        for (ZmtpRecording recording : List.of(ZmtpRecording.read("sub-xpub"), ZmtpRecording.read("sub-xpub-3.0"))) {
            ConnectionTranscript ours =
                    recording.ourClient().feed(recording.fromServer().toArray());
            byte[] subscribe = ours.connection()
                    .encode(new Command.Subscribe(Octets.ofText("lab")))
                    .toArray();
            byte[] cancel =
                    ours.connection().encode(new Command.Cancel(Octets.EMPTY)).toArray();
            assertThat(recording.fromClient().toArray()).containsSequence(subscribe);
            assertThat(recording.fromClient().toArray()).endsWith(cancel);
        }
    }

    private static List<String> withoutWrites(ConnectionTranscript transcript) {
        return transcript.lines().stream()
                .filter(line -> !line.startsWith("write "))
                .toList();
    }
}
