package io.github.hubsh.core.protocol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.protocol.cluster.ClusterAction.Send;
import io.github.hubsh.core.protocol.cluster.ClusterEntry.Kind;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Ask;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Changes;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Snapshot;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.State;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was lost between this hub, here, and another one, there. */
final class AnnouncementRepairsTest {
    private static final HubStart SELF = new HubStart("here", 1);
    private static final long PAUSE = AnnouncementRepairs.ASK_NANOS;

    private final Announcements announcements = new Announcements(SELF);
    private final ClusterDirectory directory = new ClusterDirectory(new Member(SELF, 0), name -> true, new Interest());
    private final AnnouncementRepairs repairs = new AnnouncementRepairs(SELF, announcements, directory);
    private final Member there = new Member(new HubStart("there", 1), 0);

    /** What is known, what the other hub says that it has said, since which entry is asked, and what counts as lost. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            0 | 0  | 0 | 0 | -  | 0
            0 | 0  | 1 | 8 | 0  | 0
            1 | 8  | 1 | 8 | -  | 0
            1 | 8  | 3 | 7 | 1  | 1
            2 | 8  | 3 | 8 | 2  | 1
            2 | 8  | 2 | 9 | -1 | 1
            0 | 0  | 0 | 9 | -1 | 0
            3 | 8  | 2 | 9 | -  | 0
            """)
    void a_hub_that_has_said_more_or_other_things_is_asked(
            long known, long digest, long said, long saidDigest, @Nullable Long since, long lost) {
        there.version = known;
        there.digest = digest;
        assertThat(repairs.compare(there, new State(said, saidDigest), 5))
                .isEqualTo(since == null ? List.of() : List.of(new Send("there", new Ask(SELF, since))));
        assertThat(repairs.count()).isEqualTo(lost);
    }

    @Test
    void a_hub_is_asked_again_after_a_pause_and_every_other_one_at_once() {
        there.version = 1;
        Member elsewhere = new Member(new HubStart("elsewhere", 1), 0);
        State more = new State(2, 0);
        assertThat(repairs.compare(there, more, 0)).hasSize(1);
        assertThat(repairs.compare(there, more, PAUSE - 1)).isEmpty();
        assertThat(repairs.compare(elsewhere, more, 1)).hasSize(1);
        assertThat(repairs.compare(there, more, PAUSE)).hasSize(1);
        assertThat(repairs.count()).isEqualTo(2);
    }

    /** What is known, how far the first of two entries is, and then whether it is asked for or known. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            0 | 0 | -  | 2
            2 | 2 | -  | 4
            2 | 1 | -  | 3
            2 | 0 | -  | 2
            2 | 3 | 2  | 2
            0 | 1 | 0  | 0
            """)
    void announcements_that_follow_are_applied_and_those_behind_a_gap_are_not(
            long known, long base, @Nullable Long since, long version) {
        there.version = known;
        List<ClusterEntry> entries = List.of(live("pump"), live("valve"));
        assertThat(repairs.apply(there, new Changes(there.start(), base, entries), 0))
                .isEqualTo(since == null ? List.of() : List.of(new Send("there", new Ask(SELF, since))));
        assertThat(there.version).isEqualTo(version);
        assertThat(directory.remotePlugins().containsKey("valve")).isEqualTo(version > known);
    }

    @Test
    void all_that_holds_is_applied_when_it_is_complete() {
        there.version = 3;
        assertThat(repairs.apply(there, part(7, 0, 2, "pump"))).isEmpty();
        assertThat(directory.remotePlugins()).isEmpty();
        assertThat(repairs.apply(there, part(7, 1, 2, "valve"))).isEmpty();
        assertThat(directory.remotePlugins()).containsOnlyKeys("pump", "valve");
        assertThat(there.version).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"6, false", "7, true", "8, true"})
    void all_that_held_before_what_is_known_is_left(long version, boolean isApplied) {
        there.version = 7;
        directory.await("pump", true);
        assertThat(repairs.apply(there, part(version, 0, 1, "valve"))).isEmpty();
        assertThat(directory.remotePlugins().containsKey("valve")).isEqualTo(isApplied);
        assertThat(there.version).isEqualTo(Math.max(version, 7));
    }

    @Test
    void a_hub_that_asks_gets_what_it_has_missed() {
        say("pump", "valve", "lamp");
        assertThat(repairs.answer(there, new Ask(there.start(), 1), 0))
                .containsExactly(new Send("there", new Changes(SELF, 1, List.of(live("valve"), live("lamp")))));
    }

    @ParameterizedTest
    @CsvSource({"-1", "4"})
    void a_hub_that_asks_for_all_or_for_what_was_never_said_gets_all(long since) {
        say("pump", "valve", "lamp");
        assertThat(repairs.answer(there, new Ask(there.start(), since), 0))
                .containsExactly(new Send(
                        "there",
                        new Snapshot(
                                SELF,
                                announcements.state(),
                                0,
                                1,
                                List.of(live("pump"), live("valve"), live("lamp")))));
    }

    @Test
    void a_hub_that_asks_too_often_is_answered_after_a_pause() {
        say("pump");
        Ask ask = new Ask(there.start(), 0);
        assertThat(repairs.answer(there, ask, 7)).hasSize(1);
        assertThat(repairs.answer(there, ask, 7 + PAUSE - 1)).isEmpty();
        assertThat(repairs.answer(there, ask, 7 + PAUSE)).hasSize(1);
        assertThat(repairs.count()).isZero();
    }

    private void say(String... plugins) {
        for (String plugin : plugins) {
            announcements.add(live(plugin));
        }
        assertThat(announcements.take()).hasSize(1);
    }

    private Snapshot part(long version, int page, int pages, String plugin) {
        return new Snapshot(there.start(), new State(version, 0), page, pages, List.of(live(plugin)));
    }

    private static ClusterEntry live(String plugin) {
        return new ClusterEntry(Kind.LIVE, plugin, 1);
    }
}
