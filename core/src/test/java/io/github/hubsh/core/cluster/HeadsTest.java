package io.github.hubsh.core.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.protocol.cluster.ClusterEntry;
import io.github.hubsh.core.protocol.cluster.ClusterEntry.Kind;
import io.github.hubsh.core.protocol.cluster.ClusterMessage;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.State;
import io.github.hubsh.core.protocol.cluster.HubStart;
import io.github.hubsh.core.protocol.cluster.RequestKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hubs write and read of each other. */
final class HeadsTest {
    private static final HubStart FROM = new HubStart("Raum µ", 17);
    private static final byte[] TEXT = "{\"a\": NaN}".getBytes(UTF_8);

    static Stream<ClusterMessage> every_kind_of_message_is_read_as_it_was_written() {
        List<ClusterEntry> entries =
                List.of(new ClusterEntry(Kind.LIVE, "pump", 1), new ClusterEntry(Kind.UNWANTED, "", 0));
        return Stream.of(
                new ClusterMessage.Hello(FROM),
                new ClusterMessage.Taken(FROM, -1),
                new ClusterMessage.Beat(FROM, new State(3, Long.MIN_VALUE)),
                new ClusterMessage.Changes(FROM, 5, entries),
                new ClusterMessage.Bye(FROM),
                new ClusterMessage.Ask(FROM, -1),
                new ClusterMessage.Snapshot(FROM, new State(3, 4), 1, 2, entries),
                new ClusterMessage.Request(FROM, 9, 10, new RequestKey("s", "a", "b")),
                new ClusterMessage.Reply(FROM, 10),
                new ClusterMessage.Inquiry(FROM, List.of(1L, 2L)),
                new ClusterMessage.Findings(FROM, List.of(1L), List.of(2L, 3L)),
                new ClusterMessage.Ping(FROM, 1),
                new ClusterMessage.Pong(FROM, 1),
                new ClusterMessage.Broadcast(FROM, "a", "b", "execute_reply"));
    }

    @ParameterizedTest
    @MethodSource
    void every_kind_of_message_is_read_as_it_was_written(ClusterMessage head) throws IOException {
        ClusterText read = HeadReader.read(HeadWriter.write(head, TEXT));
        assertThat(read.head()).isEqualTo(head);
        assertThat(read.text()).isEqualTo(TEXT);
    }

    @Test
    void the_samples_have_every_kind() {
        assertThat(every_kind_of_message_is_read_as_it_was_written().map(HeadKind::of))
                .containsExactly(HeadKind.values());
    }

    @ParameterizedTest
    @MethodSource("every_kind_of_message_is_read_as_it_was_written")
    void what_is_cut_or_mutated_is_another_message_or_an_error_and_nothing_else(ClusterMessage head)
            throws IOException {
        byte[] whole = HeadWriter.write(head, new byte[0]);
        for (int size = 0; size < whole.length; size++) {
            byte[] part = Arrays.copyOf(whole, size);
            assertThatThrownBy(() -> HeadReader.read(part)).isInstanceOf(IOException.class);
        }
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] mutated = whole.clone();
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            try {
                assertThat(HeadReader.read(mutated).head()).isNotNull();
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
    void a_count_that_no_hub_reaches_is_refused(long count) throws IOException {
        byte[] beat = HeadWriter.write(new ClusterMessage.Beat(FROM, new State(count, 0)), new byte[0]);
        byte[] changes = HeadWriter.write(new ClusterMessage.Changes(FROM, count, List.of()), new byte[0]);
        assertThatThrownBy(() -> HeadReader.read(beat)).hasMessageContaining("not from a hub");
        assertThatThrownBy(() -> HeadReader.read(changes)).hasMessageContaining("not from a hub");
    }

    @Test
    void another_version_is_not_understood() {
        assertThatThrownBy(() -> HeadReader.read(new byte[] {2, 1, 0, 0}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
    }
}
