package io.github.hubsh.core.protocol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.protocol.cluster.ClusterAction.Announce;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Deliver;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Evict;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Fail;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Free;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Lost;
import io.github.hubsh.core.protocol.cluster.ClusterAction.RequesterGone;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Send;
import io.github.hubsh.core.protocol.cluster.ClusterEntry.Kind;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Ask;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Beat;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Changes;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Findings;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Inquiry;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Reply;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Request;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the machine of a cluster decides. */
final class ClusterProtocolTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final HubStart SELF = new HubStart("here", 5);
    private static final HubStart OTHER = new HubStart("there", 7);
    private static final RequestKey KEY = new RequestKey("session", "shell", "pump");

    private final ClusterProtocol machine = new ClusterProtocol(
            SELF, new ClusterSettings(ClusterSettings.DEFAULT_DEADLINE.toNanos(), 0, name -> !name.isEmpty()));

    @Test
    void a_hub_says_hello_waits_and_then_beats_three_times_within_the_deadline() {
        assertThat(machine.linkUp(0)).containsExactly(new Announce(new ClusterMessage.Hello(SELF)));
        assertThat(machine.isJoined()).isFalse();
        long first = machine.nextDeadline();
        assertThat(machine.tick(first)).containsExactly(new Announce(new Beat(SELF, new State(0, 0))));
        assertThat(machine.isJoined()).isTrue();
        assertThat(machine.nextDeadline() - first).isEqualTo(SECOND);
    }

    @Test
    void plugins_of_other_hubs_are_there_when_they_can_be_asked() {
        List<ClusterAction> unused = machine.linkUp(0);
        met(new ClusterEntry(Kind.LIVE, "pump", 1), new ClusterEntry(Kind.AWAY, "valve", 1));
        assertThat(machine.ask(KEY, 0)).isNull();
        assertThat(machine.home("pump")).isNull();
        assertThat(machine.remotePlugins()).isEmpty();
        assertThat(machine.awayPlugins()).isEmpty();

        unused = machine.tick(machine.nextDeadline());
        assertThat(machine.ask(KEY, SECOND)).isNotNull();
        assertThat(machine.home("pump")).isEqualTo("there");
        assertThat(machine.remotePlugins()).containsOnlyKeys("pump", "valve");
        assertThat(machine.awayPlugins()).containsExactly("valve");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 500})
    void a_join_costs_one_message_with_one_entry_however_many_are_there(int plugins) {
        join();
        for (int hub = 0; hub < 20; hub++) {
            HubStart other = new HubStart("hub-" + hub, 1);
            for (int i = 0; i < plugins; i++) {
                apply(new Changes(other, i, List.of(new ClusterEntry(Kind.LIVE, hub + "-" + i, 1))));
            }
        }
        machine.present("pump", true, SECOND);
        List<ClusterAction> actions = machine.tick(machine.nextDeadline());
        assertThat(actions).hasSize(1);
        assertThat(((Changes) ((Announce) actions.get(0)).message()).entries())
                .containsExactly(new ClusterEntry(Kind.LIVE, "pump", 1000));
    }

    @Test
    void many_joins_at_once_go_together() {
        join();
        machine.present("first", true, SECOND);
        assertThat(machine.tick(SECOND / 2)).hasSize(1);
        for (int i = 0; i < 1200; i++) {
            machine.present("plugin-" + i, true, SECOND / 2);
        }
        assertThat(machine.nextDeadline()).isEqualTo(SECOND / 2 + ClusterProtocol.ANNOUNCE_NANOS);
        assertThat(machine.tick(machine.nextDeadline())).hasSize(3);
    }

    @Test
    void what_was_missed_is_asked_for_once() {
        join();
        met(new ClusterEntry(Kind.LIVE, "pump", 1));
        Changes later = new Changes(OTHER, 3, List.of(new ClusterEntry(Kind.LEFT, "pump", 0)));
        assertThat(machine.receive(later, SECOND)).containsExactly(new Send("there", new Ask(SELF, 1)));
        assertThat(machine.receive(later, SECOND)).isEmpty();
        assertThat(machine.home("pump")).isEqualTo("there");
        apply(new Changes(
                OTHER,
                1,
                List.of(
                        new ClusterEntry(Kind.LIVE, "valve", 1),
                        new ClusterEntry(Kind.AWAY, "valve", 1),
                        new ClusterEntry(Kind.LEFT, "pump", 0))));
        assertThat(machine.remotePlugins()).containsOnlyKeys("valve");
        assertThat(machine.holder("valve")).isNull();
    }

    @Test
    void a_hub_that_is_silent_takes_its_plugins_and_requests_along() {
        join();
        met(new ClusterEntry(Kind.LIVE, "pump", 1));
        Send asked = Objects.requireNonNull(machine.ask(KEY, SECOND));
        assertThat(asked.message()).isEqualTo(new Request(SELF, OTHER.epoch(), 1, KEY));
        RequestKey back = new RequestKey("other", "pump", "shell");
        assertThat(machine.receive(new Request(OTHER, SELF.epoch(), 8, back), SECOND))
                .containsExactly(new Deliver(back));
        assertThat(machine.tick(5 * SECOND))
                .contains(new Fail(KEY, "there", FailureCause.HUB_GONE), new RequesterGone("pump"), new Lost(OTHER));
        assertThat(machine.remotePlugins()).isEmpty();
        assertThat(machine.ask(KEY, 5 * SECOND)).isNull();
        assertThat(machine.answered(back)).isNull();
    }

    @Test
    void a_request_that_comes_twice_is_delivered_once_even_if_its_hub_was_gone_meanwhile() {
        join();
        met(new ClusterEntry(Kind.LIVE, "shell", 1));
        Request request = new Request(OTHER, SELF.epoch(), 8, KEY);
        assertThat(machine.receive(request, SECOND)).containsExactly(new Deliver(KEY));
        assertThat(machine.receive(request, SECOND)).isEmpty();
        List<ClusterAction> unused = machine.tick(9 * SECOND);
        assertThat(machine.receive(request, 9 * SECOND)).noneMatch(Deliver.class::isInstance);
        assertThat(machine.counts().duplicates()).isEqualTo(2);
    }

    @Test
    void a_request_for_the_run_before_is_not_delivered() {
        join();
        met(new ClusterEntry(Kind.LIVE, "shell", 1));
        assertThat(machine.receive(new Request(OTHER, SELF.epoch() - 1, 8, KEY), SECOND))
                .isEmpty();
    }

    @Test
    void a_request_that_the_other_hub_does_not_know_ends_and_one_that_it_knows_goes_on() {
        join();
        met(new ClusterEntry(Kind.LIVE, "pump", 1));
        RequestKey second = new RequestKey("second", "shell", "pump");
        assertThat(machine.ask(KEY, SECOND)).isNotNull();
        assertThat(machine.ask(second, SECOND)).isNotNull();
        alive(3 * SECOND);
        List<ClusterAction> actions = machine.tick(3 * SECOND);
        assertThat(actions).contains(new Send("there", new Inquiry(SELF, List.of(1L, 2L))));
        assertThat(machine.receive(new Findings(OTHER, List.of(2L), List.of(1L)), 3 * SECOND))
                .containsExactly(new Fail(KEY, "there", FailureCause.LOST));
        assertThat(machine.receive(new Reply(OTHER, 1), 3 * SECOND)).isEmpty();
        alive(5 * SECOND);
        assertThat(machine.tick(5 * SECOND)).noneMatch(Fail.class::isInstance);
        alive(7 * SECOND);
        assertThat(machine.tick(7 * SECOND)).contains(new Fail(second, "there", FailureCause.UNCONFIRMED));
    }

    @Test
    void of_two_plugins_of_a_name_the_younger_is_evicted_and_gets_the_name_when_the_other_goes() {
        join();
        machine.present("pump", true, 2 * SECOND);
        List<ClusterAction> actions = new ArrayList<>(machine.receive(
                new Changes(OTHER, 0, List.of(new ClusterEntry(Kind.LIVE, "pump", 1))), SECOND));
        assertThat(actions).contains(new Evict("pump", "there"));
        machine.left("pump");
        machine.await("pump", true);
        assertThat(machine.holder("pump")).isEqualTo("there");
        assertThat(machine.receive(new Changes(OTHER, 1, List.of(new ClusterEntry(Kind.LEFT, "pump", 0))), SECOND))
                .containsExactly(new Free("pump"));
    }

    @Test
    void the_older_plugin_stays_and_one_that_is_away_gives_way() {
        join();
        machine.present("pump", true, 2 * SECOND);
        Changes younger = new Changes(OTHER, 0, List.of(new ClusterEntry(Kind.LIVE, "pump", 9000)));
        assertThat(machine.receive(younger, SECOND)).noneMatch(Evict.class::isInstance);
        assertThat(machine.home("pump")).isNull();
        machine.present("pump", false, 3 * SECOND);
        assertThat(machine.tick(machine.nextDeadline())).contains(new Evict("pump", "there"));
    }

    @Test
    void a_later_hub_of_this_name_gets_a_notice_and_stays_outside_for_a_while() {
        join();
        HubStart later = new HubStart("here", 6);
        assertThat(machine.receive(new ClusterMessage.Hello(later), SECOND))
                .containsExactly(new Announce(new ClusterMessage.Taken(SELF, 6)));
        HubStart earlier = new HubStart("here", 1);
        assertThat(machine.receive(new Beat(earlier, new State(0, 0)), SECOND)).isEmpty();
        assertThat(machine.receive(new ClusterMessage.Taken(earlier, SELF.epoch()), SECOND))
                .containsExactly(new ClusterAction.Refused("here"));
        assertThat(machine.isJoined()).isFalse();
        assertThat(machine.tick(SECOND + ClusterProtocol.REFUSED_NANOS))
                .containsExactly(new Announce(new ClusterMessage.Hello(SELF)));
    }

    @Test
    void a_hub_of_this_name_that_is_about_to_join_gets_a_notice_whatever_its_clock_says() {
        join();
        assertThat(machine.receive(new ClusterMessage.Hello(new HubStart("here", 1)), SECOND))
                .containsExactly(new Announce(new ClusterMessage.Taken(SELF, 1)));
    }

    @Test
    void of_a_snapshot_without_end_no_more_is_kept_than_is_known_of_one_hub() {
        join();
        met();
        List<ClusterEntry> page = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            page.add(new ClusterEntry(Kind.LIVE, "plugin-" + i, 1));
        }
        assertThat(machine.receive(new ClusterMessage.Snapshot(OTHER, new State(9, 9), 0, 1, page), SECOND))
                .isEmpty();
        assertThat(machine.remotePlugins()).hasSize(10_000);
    }

    @Test
    void broadcasts_go_where_they_are_wanted_and_what_is_wanted_here_is_said_with_few_prefixes() {
        join();
        met(new ClusterEntry(Kind.WANTED, "pu", 0), new ClusterEntry(Kind.WANTED, "pump", 0));
        assertThat(machine.interest("pump")).containsExactly("pu", "pump");
        assertThat(machine.interest("valve")).isEmpty();
        apply(new Changes(OTHER, 2, List.of(new ClusterEntry(Kind.UNWANTED, "pu", 0))));
        assertThat(machine.interest("pump")).containsExactly("pump");

        machine.want("pump", true);
        machine.want("pump-2", true);
        machine.want("", true);
        assertThat(machine.tick(SECOND / 2))
                .contains(new ClusterAction.Subscribe(""))
                .hasSize(2);
        machine.want("", false);
        assertThat(machine.tick(SECOND / 2 + ClusterProtocol.ANNOUNCE_NANOS))
                .contains(new ClusterAction.Unsubscribe(""), new ClusterAction.Subscribe("pump"));
    }

    @Test
    void names_that_are_not_accepted_are_counted_and_not_known() {
        join();
        met(new ClusterEntry(Kind.LIVE, "", 1));
        assertThat(machine.remotePlugins()).isEmpty();
        assertThat(machine.counts().refused()).isEqualTo(1);
    }

    private void join() {
        List<ClusterAction> unused = machine.linkUp(0);
        unused = machine.tick(ClusterProtocol.HELLO_NANOS);
        assertThat(unused).isNotEmpty();
    }

    private void met(ClusterEntry... entries) {
        apply(new Changes(OTHER, 0, List.of(entries)));
    }

    private void alive(long now) {
        List<ClusterAction> unused = machine.receive(new ClusterMessage.Ping(OTHER, now), now);
        assertThat(unused).isNotEmpty();
    }

    private void apply(Changes changes) {
        List<ClusterAction> actions = machine.receive(changes, SECOND / 2);
        assertThat(actions).noneMatch(Evict.class::isInstance);
    }
}
