package io.github.hubsh.core.protocol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.protocol.cluster.ClusterEntry.Kind;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Changes;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hub says of itself: {@code KIND TEXT}, and {@code SAY} where it is said. */
final class AnnouncementsTest {
    private final Announcements announcements = new Announcements(new HubStart("here", 1));

    /** What is to be said, what is said in the end, how many entries were said in all, and what holds. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            live pump                                      | live pump                | 1 | live pump
            live pump; wanted pump                         | live pump; wanted pump   | 2 | live pump; wanted pump
            live pump; away pump                           | away pump                | 1 | away pump
            live pump; left pump                           | ''                       | 0 | ''
            left pump                                      | ''                       | 0 | ''
            unwanted x                                     | ''                       | 0 | ''
            live pump; SAY; live pump                      | ''                       | 1 | live pump
            live pump; SAY; away pump                      | away pump                | 2 | away pump
            live pump; SAY; left pump                      | left pump                | 2 | ''
            live pump; SAY; left pump; live pump           | ''                       | 1 | live pump
            wanted x; SAY; unwanted x; wanted y            | unwanted x; wanted y     | 3 | wanted y
            live pump; live valve; SAY; left pump          | left pump                | 3 | live valve
            live pump; SAY; left pump; SAY; live pump      | live pump                | 3 | live pump
            """)
    void only_news_are_said(String events, String said, int version, String holds) {
        List<Changes> last = List.of();
        for (String event : (events + "; SAY").split("; ", -1)) {
            if (event.equals("SAY")) {
                last = announcements.take();
                assertThat(announcements.isAnythingUnsaid()).isFalse();
            } else {
                announcements.add(entry(event));
                assertThat(announcements.isAnythingUnsaid()).isTrue();
            }
        }
        assertThat(last).hasSize(said.isEmpty() ? 0 : 1);
        List<ClusterEntry> entries =
                last.stream().flatMap(each -> each.entries().stream()).toList();
        assertThat(text(entries)).isEqualTo(said);
        assertThat(announcements.state().version()).isEqualTo(version);
        last.forEach(each -> assertThat(each.base()).isEqualTo(version - entries.size()));
        assertThat(text(announcements.all().get(0).entries())).isEqualTo(holds);
    }

    @Test
    void the_digest_is_that_of_all_that_was_said() {
        say(2);
        assertThat(announcements.state().digest())
                .isEqualTo(entry("live p1").addTo(entry("live p0").addTo(0)));
        announcements.add(entry("left p0"));
        long before = announcements.state().digest();
        assertThat(announcements.take()).hasSize(1);
        assertThat(announcements.state().digest()).isEqualTo(entry("left p0").addTo(before));
    }

    /** How many are said at once, how many messages that takes, and how many parts all that holds has. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1, 1, 1", "499, 1, 1", "500, 1, 1", "501, 2, 2", "1000, 2, 2", "1001, 3, 3"})
    void many_go_in_messages_of_five_hundred(int count, int messages, int parts) {
        List<Changes> said = say(count);
        assertThat(said).hasSize(messages);
        List<ClusterEntry> entries = new ArrayList<>();
        for (Changes each : said) {
            assertThat(each.base()).isEqualTo(entries.size());
            assertThat(each.entries()).hasSizeBetween(1, 500);
            entries.addAll(each.entries());
        }
        assertThat(entries).hasSize(count);

        List<Snapshot> all = announcements.all();
        List<ClusterEntry> held = new ArrayList<>();
        for (Snapshot part : all) {
            assertThat(part.page()).isEqualTo(all.indexOf(part));
            assertThat(part.pages()).isEqualTo(parts);
            assertThat(part.state()).isEqualTo(announcements.state());
            held.addAll(part.entries());
        }
        assertThat(all).hasSize(parts);
        assertThat(held).isEqualTo(entries);
    }

    /** How many were said, after how many one asks, and how many it gets: none where it has to take all that holds. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            3    | 0    | 3
            3    | 2    | 1
            3    | 3    | 0
            3    | 4    | -
            3    | -1   | -
            0    | 0    | 0
            500  | 0    | 500
            501  | 0    | -
            501  | 1    | 500
            6000 | 5500 | 500
            6000 | 5499 | -
            6000 | 0    | -
            """)
    void what_follows_is_told_again_if_it_is_not_too_much(int said, long first, @Nullable Integer count) {
        say(said);
        Changes changes = announcements.since(first);
        assertThat(changes == null ? null : changes.entries().size()).isEqualTo(count);
        if (changes != null && count != null && count > 0) {
            assertThat(changes.base()).isEqualTo(first);
            assertThat(changes.entries().get(0)).isEqualTo(entry("live p" + first));
        }
    }

    private List<Changes> say(int count) {
        for (int i = 0; i < count; i++) {
            announcements.add(entry("live p" + i));
        }
        return announcements.take();
    }

    private static ClusterEntry entry(String text) {
        String[] words = text.split(" ", -1);
        return new ClusterEntry(Kind.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1], 0);
    }

    private static String text(List<ClusterEntry> entries) {
        return String.join(
                "; ",
                entries.stream()
                        .map(each -> each.kind().name().toLowerCase(Locale.ROOT) + " " + each.text())
                        .toList());
    }
}
