package io.github.hubsh.shell.session.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What listeners miss is said with its number and its place. */
final class MissedBroadcastsTest {
    private static final Instant TEN = Instant.parse("2024-01-01T10:00:00.123456Z");

    @Test
    void nothing_missed_is_not_said() {
        assertThat(MissedBroadcasts.NONE.areNone()).isTrue();
        assertThat(MissedBroadcasts.NONE.sentences()).isEmpty();
        assertThat(MissedBroadcasts.NONE.facts(TEN)).isEmpty();
    }

    @Test
    void people_read_a_sentence_for_each_place() {
        MissedBroadcasts missed = new MissedBroadcasts(40_000, 1_234, 1);
        assertThat(missed.areNone()).isFalse();
        assertThat(missed.count()).isEqualTo(41_234);
        assertThat(missed.sentences())
                .containsExactly(
                        "40,000 broadcasts are not shown: they came too fast, or cannot be read",
                        "the hub dropped 1,234 broadcasts: this shell did not read quickly enough",
                        "the hub closed the connection that broadcasts come on, and some are lost");
    }

    @Test
    void programs_get_an_object_for_each_place() {
        assertThat(new MissedBroadcasts(40_000, 1_234, 1).facts(TEN))
                .extracting(Json::write)
                .containsExactly(
                        "{\"time\":\"2024-01-01T10:00:00.123Z\",\"event\":\"missed\",\"count\":40000,\"by\":\"shell\"}",
                        "{\"time\":\"2024-01-01T10:00:00.123Z\",\"event\":\"missed\",\"count\":1234,\"by\":\"hub\"}",
                        "{\"time\":\"2024-01-01T10:00:00.123Z\",\"event\":\"missed\",\"count\":null,\"by\":\"hub\"}");
    }

    @Test
    void a_gap_alone_is_a_loss() {
        assertThat(new MissedBroadcasts(0, 0, 1).areNone()).isFalse();
    }
}
