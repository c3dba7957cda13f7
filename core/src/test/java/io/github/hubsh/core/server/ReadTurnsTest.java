package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How large the turns are, for few peers and for many. */
final class ReadTurnsTest {
    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(100);

    private final ReadTurns turns = new ReadTurns();

    @Test
    void two_peers_read_as_much_as_there_is() {
        List<ReadTurns.Turn> two = turns(2);
        read(two.get(0), 60_000, 100, 0);
        read(two.get(1), 60_000, 100, 1);
        assertThat(turns.areCrowded()).isFalse();
        assertThat(two.get(0).maxBytes()).isEqualTo(ReadTurns.MAX_BYTES);
    }

    @Test
    void among_three_a_turn_is_some_messages_like_the_last_ones() {
        List<ReadTurns.Turn> three = turns(3);
        read(three.get(0), 60_000, 100, 0);
        read(three.get(1), 600, 1, 1);
        read(three.get(2), 600, 1, 2);
        assertThat(turns.areCrowded()).isTrue();
        assertThat(three.get(0).maxBytes()).isEqualTo(600 * ReadTurns.MAX_MESSAGES);

        read(three.get(0), 60_000, 6000, 3);
        assertThat(three.get(0).maxBytes()).as("tiny messages").isEqualTo(2048);
        read(three.get(0), 60_000, 1, 4);
        assertThat(three.get(0).maxBytes()).as("large messages").isEqualTo(ReadTurns.MAX_BYTES);
        read(three.get(0), 65_536, 0, 5);
        assertThat(three.get(0).maxBytes()).as("within a message").isEqualTo(ReadTurns.MAX_BYTES);
    }

    @Test
    void peers_that_have_fallen_silent_do_not_count() {
        List<ReadTurns.Turn> three = turns(3);
        three.forEach(turn -> read(turn, 600, 1, 0));
        read(three.get(0), 600, 1, WINDOW);
        assertThat(turns.areCrowded()).as("they may speak again").isTrue();
        read(three.get(0), 600, 1, 2 * WINDOW);
        assertThat(turns.areCrowded()).isFalse();
    }

    private List<ReadTurns.Turn> turns(int count) {
        return IntStream.range(0, count).mapToObj(i -> turns.new Turn()).toList();
    }

    private static void read(ReadTurns.Turn turn, int bytes, int messages, long now) {
        turn.read(bytes, now);
        for (int i = 0; i < messages; i++) {
            turn.message();
        }
    }
}
