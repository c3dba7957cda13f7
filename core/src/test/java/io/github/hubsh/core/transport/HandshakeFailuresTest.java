package io.github.hubsh.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.zmtp.ZmtpConnection.State;
import java.io.EOFException;
import org.junit.jupiter.api.Test;

final class HandshakeFailuresTest {
    private final HandshakeFailures failures = new HandshakeFailures(true);

    @Test
    void a_peer_that_hangs_up_on_our_greeting_is_to_greet_first() {
        assertThat(failures.isCareful()).isFalse();
        assertThat(failures.ended(State.GREETING, new EOFException())).isNull();
        assertThat(failures.isCareful()).isTrue();
        failures.succeeded();
        assertThat(failures.isCareful()).isFalse();
    }

    @Test
    void two_silent_ends_of_a_handshake_with_keys_are_an_answer_and_one_is_none() {
        assertThat(failures.ended(State.HANDSHAKE, new EOFException())).isNull();
        failures.succeeded();
        assertThat(failures.ended(State.HANDSHAKE, new EOFException())).isNull();
        assertThat(failures.ended(State.HANDSHAKE, new EOFException())).startsWith("hangs up on the CURVE handshake");
    }

    @Test
    void without_keys_a_handshake_is_tried_again_for_ever() {
        HandshakeFailures plain = new HandshakeFailures(false);
        for (int i = 0; i < 10; i++) {
            assertThat(plain.ended(State.HANDSHAKE, new EOFException())).isNull();
        }
    }

    @Test
    void a_refusal_is_passed_on_and_the_status_of_zap_explained() {
        assertThat(failures.ended(State.HANDSHAKE, new PeerRefusedException("no room")))
                .isEqualTo("refuses the connection: no room");
        assertThat(failures.ended(State.HANDSHAKE, new PeerRefusedException("400")))
                .isEqualTo("refuses the connection: it does not allow this key (400)");
    }
}
