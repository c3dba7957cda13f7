package io.github.hubsh.core.protocol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.protocol.cluster.ClusterEntry.Kind;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Snapshot;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of a snapshot as they come: {@code VERSION PAGE/PAGES ENTRY…}. */
final class SnapshotPagesTest {
    private final SnapshotPages pages = new SnapshotPages();

    /** The parts, and the entries of each whole that is complete by then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 0/1 a                                | [a]
            5 0/1                                  | []
            0 0/1 a                                | [a]
            5 0/2 a b; 5 1/2 c                     | [a, b, c]
            5 1/2 c; 5 0/2 a b                     | [c, a, b]
            5 2/3 c; 5 0/3 a; 5 1/3 b              | [c, a, b]
            5 0/2 a                                | -
            5 0/2 a; 5 0/2 a                       | -
            5 0/2 a; 5 0/2 x; 5 1/2 b              | [a, b]
            5 0/2 a; 4 1/2 b                       | -
            5 0/2 a; 4 1/2 b; 5 1/2 c              | [a, c]
            4 0/2 a; 5 1/2 b                       | -
            4 0/2 a; 5 1/2 b; 5 0/2 c              | [b, c]
            5 0/2 a; 5 1/3 b; 5 0/3 c; 5 2/3 d     | [b, c, d]
            5 0/1 a; 5 0/1 b                       | [a] [b]
            5 0/1 a; 4 0/1 b                       | [a] [b]
            -2 0/1 a                               | -
            """)
    void the_parts_of_one_state_are_put_together(String parts, String wholes) {
        assertThat(wholes(parts)).isEqualTo(wholes.equals("-") ? "" : wholes);
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "2, 2", "3, 2", "0, 0", "0, -1", "0, 1001", "1000, 1001"})
    void a_part_that_cannot_be_one_leaves_what_has_come(int page, int count) {
        assertThat(wholes("5 0/2 a")).isEmpty();
        assertThat(pages.add(part(9, page, count, List.of("bad")))).isNull();
        assertThat(wholes("5 1/2 b")).isEqualTo("[a, b]");
    }

    @Test
    void there_are_a_thousand_parts_at_most() {
        for (int page = 999; page > 0; page--) {
            assertThat(pages.add(part(1, page, 1000, List.of("a-" + page)))).isNull();
        }
        assertThat(pages.add(part(1, 0, 1000, List.of("a-0")))).hasSize(1000);
    }

    @Test
    void what_goes_beyond_the_most_entries_is_left_out() {
        List<String> many = IntStream.range(0, 7_000).mapToObj(i -> "p" + i).toList();
        assertThat(pages.add(part(1, 0, 3, many))).isNull();
        assertThat(pages.add(part(1, 1, 3, many))).isNull();
        assertThat(pages.add(part(1, 2, 3, many)))
                .hasSize(12_000)
                .extracting(ClusterEntry::text)
                .endsWith("p4999");
        assertThat(wholes("2 0/1 a")).isEqualTo("[a]");
    }

    private String wholes(String parts) {
        List<String> wholes = new ArrayList<>();
        for (String part : parts.split("; ", -1)) {
            String[] words = part.split(" ", -1);
            String[] place = words[1].split("/", -1);
            List<String> entries = Stream.of(words).skip(2).toList();
            @Nullable
            List<ClusterEntry> whole = pages.add(
                    part(Long.parseLong(words[0]), Integer.parseInt(place[0]), Integer.parseInt(place[1]), entries));
            if (whole != null) {
                wholes.add(whole.stream().map(ClusterEntry::text).toList().toString());
            }
        }
        return String.join(" ", wholes);
    }

    private static Snapshot part(long version, int page, int count, List<String> plugins) {
        List<ClusterEntry> entries = plugins.stream()
                .map(plugin -> new ClusterEntry(Kind.LIVE, plugin, 1))
                .toList();
        return new Snapshot(new HubStart("there", 1), new State(version, 0), page, count, entries);
    }
}
