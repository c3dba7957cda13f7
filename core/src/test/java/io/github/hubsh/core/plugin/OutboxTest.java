package io.github.hubsh.core.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Frames;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of messages while the socket takes them, and while it does not. */
final class OutboxTest {
    private final List<String> sent = new ArrayList<>();
    private final Outbox outbox = new Outbox(this::send);
    private Delivery delivery = Delivery.SENT;
    private int room = Integer.MAX_VALUE;

    @Test
    void what_the_socket_takes_is_sent_at_once_and_only_once() {
        add("a");
        assertThat(sent).containsExactly("a");
        assertThat(outbox.flush()).isEqualTo(Long.MAX_VALUE);
        assertThat(sent).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SENT")
    void what_the_socket_refuses_is_tried_again_after_a_millisecond(Delivery refusal) {
        delivery = refusal;
        add("a");
        assertThat(sent).isEmpty();
        assertThat(outbox.flush()).isEqualTo(1_000_000);
        delivery = Delivery.SENT;
        assertThat(outbox.flush()).isEqualTo(Long.MAX_VALUE);
        assertThat(sent).containsExactly("a");
    }

    @Test
    void no_message_overtakes_one_that_was_refused() {
        delivery = Delivery.FULL;
        add("a");
        add("b");
        delivery = Delivery.SENT;
        add("c");
        assertThat(sent).containsExactly("a", "b", "c");
    }

    @Test
    void what_a_socket_that_fills_up_has_taken_is_not_sent_again() {
        delivery = Delivery.FULL;
        add("a");
        add("b");
        add("c");
        delivery = Delivery.SENT;
        room = 2;
        assertThat(outbox.flush()).isEqualTo(Outbox.RETRY_NANOS);
        assertThat(sent).containsExactly("a", "b");
        room = 1;
        assertThat(outbox.flush()).isEqualTo(Long.MAX_VALUE);
        assertThat(sent).containsExactly("a", "b", "c");
    }

    @Test
    void a_message_whose_time_is_up_is_not_sent_late() {
        delivery = Delivery.UNREACHABLE;
        add("a");
        add("b");
        outbox.remove("a");
        outbox.remove("unknown");
        delivery = Delivery.SENT;
        outbox.flush();
        assertThat(sent).containsExactly("b");
    }

    @Test
    void an_empty_outbox_has_nothing_to_remove_and_nothing_to_wait_for() {
        outbox.remove("a");
        assertThat(outbox.flush()).isEqualTo(Long.MAX_VALUE);
        assertThat(sent).isEmpty();
    }

    @Test
    void until_an_announced_message_has_left_or_is_forgotten_it_is_not_empty() {
        delivery = Delivery.FULL;
        outbox.announce();
        assertThat(outbox.isEmpty()).isFalse();
        outbox.add("a", Frames.of("a".getBytes(UTF_8)));
        add("b");
        assertThat(outbox.isEmpty()).isFalse();
        outbox.remove("a");
        assertThat(outbox.isEmpty()).isFalse();
        delivery = Delivery.SENT;
        outbox.flush();
        assertThat(outbox.isEmpty()).isTrue();
    }

    private void add(String session) {
        outbox.announce();
        outbox.add(session, Frames.of(session.getBytes(UTF_8)));
    }

    private Delivery send(Frames frames) {
        if (delivery == Delivery.SENT && room-- <= 0) {
            return Delivery.FULL;
        }
        if (delivery == Delivery.SENT) {
            sent.add(new String(frames.get(0), UTF_8));
        }
        return delivery;
    }
}
