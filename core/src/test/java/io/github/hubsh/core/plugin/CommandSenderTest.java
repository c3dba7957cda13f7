package io.github.hubsh.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.ManualClock;
import org.junit.jupiter.api.Test;

/** What becomes of messages while the command socket is there, is connected again, or is gone. */
final class CommandSenderTest {
    private final Messages messages = new ManualClock().messages();
    private final ExecuteRequest first = request();
    private final ExecuteRequest second = request();
    private final CommandSender sender = new CommandSender();
    private final RecordedTarget target = new RecordedTarget();

    @Test
    void without_a_socket_nothing_is_sent() {
        assertThat(sender.send(first)).isFalse();
        sender.use(target);
        assertThat(sender.send(first)).isTrue();
        sender.disconnect();
        assertThat(sender.send(second)).isFalse();
        assertThat(target.sent).containsExactly(first);
    }

    @Test
    void what_is_held_is_sent_in_order_on_the_next_socket() {
        sender.hold();
        assertThat(sender.send(first)).isTrue();
        sender.use(target);
        assertThat(sender.send(second)).isTrue();
        assertThat(target.sent).isEmpty();
        assertThat(sender.release()).isEmpty();
        assertThat(target.sent).containsExactly(first, second);
    }

    @Test
    void a_deadline_reaches_the_socket_that_is_in_use() {
        sender.wakeWithin(1);
        sender.use(target);
        sender.wakeWithin(2);
        assertThat(target.deadlines).containsExactly(2L);
    }

    @Test
    void a_greeting_passes_while_others_are_held() {
        sender.use(target);
        sender.hold();
        sender.expectGreeting(second.session());
        sender.send(first);
        sender.send(second);
        assertThat(target.sent).containsExactly(second);
    }

    @Test
    void a_withdrawn_message_is_not_sent_later() {
        sender.use(target);
        sender.hold();
        sender.send(first);
        sender.withdraw(first.session());
        sender.release();
        assertThat(target.sent).isEmpty();
        assertThat(target.withdrawn).containsExactly(first.session());
    }

    @Test
    void what_was_held_for_a_socket_that_never_came_is_returned_and_not_kept() {
        sender.hold();
        sender.send(first);
        assertThat(sender.release()).containsExactly(first);
        sender.use(target);
        assertThat(sender.release()).isEmpty();
        assertThat(target.sent).isEmpty();
    }

    @Test
    void what_was_held_is_forgotten_with_the_connection() {
        sender.hold();
        sender.send(first);
        sender.disconnect();
        sender.use(target);
        assertThat(sender.release()).isEmpty();
        assertThat(target.sent).isEmpty();
    }

    @Test
    void no_more_than_ten_thousand_messages_are_held() {
        sender.hold();
        for (int i = 0; i < 10_000; i++) {
            assertThat(sender.send(first)).isTrue();
        }
        assertThat(sender.send(second)).isFalse();
    }

    private ExecuteRequest request() {
        return messages.executeRequest("me", "other", "work", Payload.NONE);
    }
}
