package io.github.hubsh.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What verbs that continue without a hub say of its loss and its return. */
final class HubEventsTest {
    private static final HubIdentity HUB = new HubIdentity("tcp://localhost:31000", "hub", "hubsh-me");

    private final ShellBench bench = ShellBench.pipe();

    @Test
    void until_asks_again_when_the_hub_is_back_and_says_what_has_happened() {
        bench.run("connect");
        bench.session.network.answers("ready", new ShellException(Problem.HUB_LOST, "the hub is lost"), true);
        bench.session.network.onExecute = () -> {
            bench.session.network.onExecute = () -> {};
            bench.session.happened(HubEvent.Kind.LOST);
            bench.session.happened(HubEvent.Kind.BACK);
        };

        assertThat(bench.run("until plugin_a ready --every 1ms")).isZero();

        assertThat(bench.screen.data()).endsWith("true\n");
        assertThat(bench.screen.messages())
                .contains("is lost\n  reconnects as soon as it is back\nconnected to ")
                .doesNotContain("error");
        assertThat(bench.session.network.sent).hasSize(2);
    }

    @Test
    void until_waits_for_a_plugin_that_comes_back_later_than_the_hub_but_not_for_one_that_never_was() {
        ShellException missing = new ShellException(Problem.NO_SUCH_PLUGIN, "no such plugin is registered");
        bench.session.network.answers("ready", new ShellException(Problem.HUB_LOST, "the hub is lost"), missing, true);
        assertThat(bench.run("until plugin_a ready --every 1ms")).isZero();
        assertThat(bench.session.network.sent).hasSize(3);

        bench.session.network.answers("ready", missing, true);
        assertThat(bench.run("until plugin_a ready --every 1ms")).isEqualTo(6);
    }

    @Test
    void after_the_verb_nothing_is_reported() {
        bench.session.network.answers("ready", true);
        assertThat(bench.run("until plugin_a ready")).isZero();
        bench.session.happened(HubEvent.Kind.LOST);
        assertThat(bench.screen.messages()).isEmpty();
    }

    @Test
    void a_tail_for_programs_has_an_object_for_each() {
        bench.session.network.hubEvents.addAll(List.of(event(HubEvent.Kind.LOST), event(HubEvent.Kind.BACK)));
        bench.session.network.broadcasts.add(FakeBroadcast.request("set_state", Map.of()));

        assertThat(bench.run("tail --count 1 --jsonl")).isZero();

        assertThat(bench.screen.data().lines().limit(2))
                .containsExactly(
                        "{\"time\":\"2024-01-01T10:00:00Z\",\"event\":\"hub_lost\",\"hub\":\"tcp://localhost:31000\"}",
                        "{\"time\":\"2024-01-01T10:00:00Z\",\"event\":\"hub_back\",\"hub\":\"tcp://localhost:31000\"}");
    }

    @Test
    void what_waits_ends_with_an_error_of_its_kind_when_the_hub_is_overdue() {
        List<ShellException> errors = new ArrayList<>();
        HubEvents.during(bench.session, errors::add, () -> {
            bench.session.happened(HubEvent.Kind.OVERDUE);
            return Outcome.NOTHING;
        });
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.problem()).isEqualTo(Problem.HUB_LOST);
            assertThat(error.text()).contains("is lost, and is not back in time");
        });
        assertThat(bench.screen.messages()).isEmpty();
    }

    private static HubEvent event(HubEvent.Kind kind) {
        return new HubEvent(kind, Instant.parse("2024-01-01T10:00:00Z"), HUB);
    }
}
