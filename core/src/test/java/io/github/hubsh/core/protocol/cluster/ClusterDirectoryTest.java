package io.github.hubsh.core.protocol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.protocol.cluster.ClusterAction.Evict;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Free;
import io.github.hubsh.core.protocol.cluster.ClusterEntry.Kind;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Changes;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hub has which plugin: this one, b or c. */
final class ClusterDirectoryTest {
    private final Member self = new Member(new HubStart("a", 1), 0);
    private final Member b = new Member(new HubStart("b", 1), 0);
    private final Member c = new Member(new HubStart("c", 1), 0);
    private final Set<String> unaccepted = new HashSet<>(Set.of("bad"));
    private final Interest interest = new Interest();
    private final ClusterDirectory directory = new ClusterDirectory(self, name -> !unaccepted.contains(name), interest);

    /** What is here, then what b and c say of pump; who has it and whether that keeps others from it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -      | -      | -      | -  | -
            live 1 | -      | -      | -  | -
            -      | live 1 | -      | b  | b
            -      | away 1 | -      | b  | -
            -      | live 2 | live 1 | c  | c
            -      | live 1 | live 1 | b  | b
            -      | away 1 | live 2 | c  | c
            -      | away 2 | away 1 | c  | -
            live 1 | live 2 | -      | -  | -
            live 2 | live 1 | -      | b  | b
            live 1 | live 1 | -      | -  | -
            away 1 | live 2 | -      | b  | b
            live 2 | away 1 | -      | -  | -
            away 2 | away 1 | -      | b  | -
            """)
    void a_name_belongs_to_the_first_that_is_connected_and_then_to_the_first_that_is_not(
            @Nullable String here,
            @Nullable String there,
            @Nullable String elsewhere,
            @Nullable String home,
            @Nullable String holder) {
        if (here != null) {
            ClusterEntry entry = directory.here("pump", here.startsWith("live"), since(here));
            assertThat(entry).isEqualTo(entry(here, "pump"));
        }
        List<ClusterAction> actions = new ArrayList<>();
        if (there != null) {
            actions.addAll(changes(b, entry(there, "pump")));
        }
        if (elsewhere != null) {
            actions.addAll(changes(c, entry(elsewhere, "pump")));
        }
        assertThat(hub(directory.home("pump"))).isEqualTo(home);
        assertThat(hub(directory.holder("pump"))).isEqualTo(holder);
        assertThat(directory.remotePlugins()).isEqualTo(home == null ? Map.of() : Map.of("pump", home));
        assertThat(directory.awayPlugins()).isEqualTo(home != null && holder == null ? List.of("pump") : List.of());
        assertThat(actions).isEqualTo(here == null || holder == null ? List.of() : List.of(new Evict("pump", holder)));
    }

    @Test
    void a_plugin_here_keeps_the_time_of_its_registration() {
        assertThat(directory.here("pump", false, 5)).isEqualTo(new ClusterEntry(Kind.AWAY, "pump", 5));
        assertThat(directory.here("pump", true, 9)).isEqualTo(new ClusterEntry(Kind.LIVE, "pump", 5));
        assertThat(directory.left("pump")).isEqualTo(new ClusterEntry(Kind.LEFT, "pump", 0));
        assertThat(directory.here("pump", true, 9)).isEqualTo(new ClusterEntry(Kind.LIVE, "pump", 9));
        assertThat(directory.left("absent")).isEqualTo(new ClusterEntry(Kind.LEFT, "absent", 0));
    }

    @Test
    void a_plugin_that_comes_here_under_a_name_of_another_hub_is_looked_at_later() {
        changes(b, entry("live 1", "pump"));
        assertThat(directory.isAnythingUnsettled()).isFalse();
        directory.here("pump", true, 5);
        assertThat(directory.isAnythingUnsettled()).isTrue();
        assertThat(directory.settle()).containsExactly(new Evict("pump", "b"));
        assertThat(directory.isAnythingUnsettled()).isFalse();
        assertThat(directory.settle()).isEmpty();
    }

    @Test
    void a_name_that_is_waited_for_is_reported_once_when_it_is_free() {
        changes(b, entry("live 1", "pump"), entry("live 1", "valve"));
        directory.await("pump", true);
        directory.await("valve", true);
        directory.await("valve", false);
        assertThat(directory.settle()).isEmpty();
        assertThat(changes(b, left("valve"))).isEmpty();
        assertThat(changes(b, entry("away 1", "pump"))).containsExactly(new Free("pump"));
        assertThat(changes(b, left("pump"))).isEmpty();
    }

    @Test
    void a_name_that_became_free_before_it_was_waited_for_is_reported_too() {
        directory.await("pump", true);
        assertThat(directory.isAnythingUnsettled()).isTrue();
        assertThat(directory.settle()).containsExactly(new Free("pump"));
    }

    @Test
    void a_plugin_that_is_here_waits_for_its_name_no_longer() {
        changes(b, entry("live 9", "pump"));
        directory.await("pump", true);
        directory.here("pump", true, 1);
        assertThat(changes(b, left("pump"))).isEmpty();
    }

    @Test
    void what_is_known_already_is_left_out() {
        Changes first = new Changes(b.start(), 0, List.of(entry("live 1", "pump"), entry("live 1", "valve")));
        assertThat(directory.apply(b, first)).isEmpty();
        assertThat(b.version).isEqualTo(2);
        long digest = b.digest;
        assertThat(digest)
                .isEqualTo(
                        entry("live 1", "valve").addTo(entry("live 1", "pump").addTo(0)));
        directory.apply(b, new Changes(b.start(), 1, List.of(left("unused"), left("pump"))));
        assertThat(b.version).isEqualTo(3);
        assertThat(b.digest).isEqualTo(left("pump").addTo(digest));
        assertThat(directory.remotePlugins()).containsOnlyKeys("valve");
        directory.apply(b, first);
        assertThat(b.version).isEqualTo(3);
        assertThat(directory.remotePlugins()).containsOnlyKeys("valve");
    }

    @Test
    void all_that_holds_takes_the_place_of_what_was_known() {
        changes(b, entry("live 1", "pump"), entry("live 1", "valve"), wanted("x"), wanted("y"));
        directory.await("pump", true);
        assertThat(directory.replace(b, new State(77, 88), List.of(entry("away 2", "valve"), wanted("y"), wanted("z"))))
                .containsExactly(new Free("pump"));
        assertThat(b.version).isEqualTo(77);
        assertThat(b.digest).isEqualTo(88);
        assertThat(directory.remotePlugins()).isEqualTo(Map.of("valve", "b"));
        assertThat(directory.awayPlugins()).containsExactly("valve");
        assertThat(b.prefixes).containsExactlyInAnyOrder("y", "z");
    }

    @Test
    void a_hub_that_is_gone_takes_its_names_and_wishes_along() {
        changes(b, entry("live 1", "pump"), wanted("x"));
        changes(c, entry("live 2", "pump"));
        assertThat(directory.remove(b)).isEmpty();
        assertThat(directory.remotePlugins()).isEqualTo(Map.of("pump", "c"));
        assertThat(interest.of("x-1")).isEmpty();
        assertThat(b.claims()).isEmpty();
    }

    @Test
    void names_that_are_not_accepted_are_counted_and_not_known() {
        changes(b, entry("live 1", "bad"), entry("away 1", "bad"), entry("live 1", "good"));
        assertThat(directory.refused()).isEqualTo(2);
        assertThat(directory.remotePlugins()).containsOnlyKeys("good");
    }

    @Test
    void names_that_are_not_accepted_any_longer_leave_and_all_is_asked_for_again() {
        changes(b, entry("live 1", "pump"), entry("live 1", "valve"));
        long digest = b.digest;
        directory.await("pump", true);
        unaccepted.add("pump");
        assertThat(directory.recheck(b)).containsExactly(new Free("pump"));
        assertThat(directory.refused()).isEqualTo(1);
        assertThat(directory.remotePlugins()).containsOnlyKeys("valve");
        assertThat(b.digest).isNotEqualTo(digest);
    }

    @Test
    void the_plugins_of_a_hub_are_bounded() {
        List<ClusterEntry> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(entry("live 1", "plugin-" + i));
        }
        changes(b, many.toArray(ClusterEntry[]::new));
        assertThat(directory.refused()).isZero();
        changes(b, entry("live 1", "more"), entry("away 1", "plugin-0"));
        assertThat(directory.refused()).isEqualTo(1);
        assertThat(directory.remotePlugins()).hasSize(10_000).doesNotContainKey("more");
        assertThat(directory.awayPlugins()).containsExactly("plugin-0");
        changes(c, entry("live 1", "more"));
        assertThat(directory.remotePlugins()).containsEntry("more", "c");
    }

    @Test
    void the_wishes_of_a_hub_are_bounded() {
        List<ClusterEntry> many = new ArrayList<>();
        for (int i = 0; i <= 2 * Interest.MAX_PREFIXES; i++) {
            many.add(wanted("prefix-" + i + "-"));
        }
        changes(b, many.toArray(ClusterEntry[]::new));
        assertThat(b.prefixes).hasSize(2 * Interest.MAX_PREFIXES);
        changes(b, new ClusterEntry(Kind.UNWANTED, "prefix-0-", 0), wanted("another"));
        assertThat(b.prefixes).hasSize(2 * Interest.MAX_PREFIXES).contains("another");
    }

    private List<ClusterAction> changes(Member member, ClusterEntry... entries) {
        return directory.apply(member, new Changes(member.start(), member.version, List.of(entries)));
    }

    private static ClusterEntry entry(String claim, String plugin) {
        return new ClusterEntry(claim.startsWith("live") ? Kind.LIVE : Kind.AWAY, plugin, since(claim));
    }

    private static ClusterEntry left(String plugin) {
        return new ClusterEntry(Kind.LEFT, plugin, 0);
    }

    private static ClusterEntry wanted(String prefix) {
        return new ClusterEntry(Kind.WANTED, prefix, 0);
    }

    private static long since(String claim) {
        return Long.parseLong(claim.substring(claim.indexOf(' ') + 1));
    }

    private static @Nullable String hub(@Nullable Member member) {
        return member == null ? null : member.hub();
    }
}
