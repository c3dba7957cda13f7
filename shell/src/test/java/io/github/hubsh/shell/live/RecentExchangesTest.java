package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.knowledge.Knowledge;
import io.github.hubsh.shell.knowledge.Limits;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecentExchangesTest {
    private final Messages messages = Messages.create();
    private final RecentExchanges recent = new RecentExchanges();
    private final Knowledge knowledge = new Knowledge(Limits.DEFAULT, Clock.systemUTC(), Map.of());

    @Test
    void the_newest_of_each_command_are_taught_in_their_order_and_forgotten() throws ContentException {
        exchange("stop", 0L);
        for (long rate = 1; rate <= 10_000; rate++) {
            exchange("set_rate", rate);
        }
        recent.teach(knowledge);

        assertThat(knowledge.commands("pump")).containsExactly("set_rate", "stop");
        List<Object> values =
                knowledge.command("pump", "set_rate").argument("value").values();
        assertThat(values).hasSize(20).startsWith(10_000L, 9_999L);
        assertThat(recent.isEmpty()).isTrue();
    }

    @Test
    void a_broadcast_request_counts_with_its_own_reply_only() throws ContentException {
        ExecuteRequest request = request("set_rate", 3L);
        ExecuteRequest other = request("stop", 4L);
        recent.heard(request, false);
        assertThat(recent.isEmpty()).isTrue();
        recent.heard(messages.executeReply(request, 1, Payload.NONE), false);
        recent.heard(messages.executeReply(other, 1, Payload.NONE), false);
        recent.heard(other, false);
        recent.teach(knowledge);

        assertThat(knowledge.command("pump", "set_rate").argument("value").values())
                .containsExactly(3L);
        assertThat(knowledge.command("pump", "stop").arguments()).isEmpty();
    }

    @Test
    void a_request_of_ours_that_is_heard_teaches_no_other_kind_than_plugins_send() throws ContentException {
        ExecuteRequest theirs = request("set_rate", 3L);
        recent.heard(theirs, false);
        recent.heard(messages.executeReply(theirs, 1, Payload.NONE), false);
        ExecuteRequest ours = request("set_rate", "fast");
        recent.heard(ours, true);
        recent.heard(messages.executeReply(ours, 2, Payload.NONE), false);
        recent.teach(knowledge);

        assertThat(knowledge.command("pump", "set_rate").argument("value").values())
                .containsExactly(3L);
    }

    @Test
    void what_is_large_is_left_out_and_all_together_is_bounded() throws ContentException {
        exchange("upload", "x".repeat(20_000));
        assertThat(recent.isEmpty()).isTrue();
        for (int i = 0; i < 2_000; i++) {
            exchange("command_" + i, "x".repeat(10_000));
        }
        recent.teach(knowledge);

        assertThat(knowledge.commands("pump"))
                .hasSizeBetween(100, 499)
                .contains("command_1999")
                .doesNotContain("command_0");
    }

    private void exchange(String command, Object value) throws ContentException {
        ExecuteRequest request = request(command, value);
        recent.add(request, messages.executeReply(request, 1, Payload.NONE));
    }

    private ExecuteRequest request(String command, Object value) throws ContentException {
        Payload arguments = ContentData.encode(Map.of("value", value), Payload.JSON);
        return messages.executeRequest("ann", "pump", command, arguments, false, false);
    }
}
