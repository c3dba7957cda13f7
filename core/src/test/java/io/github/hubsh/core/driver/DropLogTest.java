package io.github.hubsh.core.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stranger can neither fill the disk nor drive the terminal by messages that are dropped. */
final class DropLogTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<String> lines = new ArrayList<>();
    private final DropLog log = new DropLog(InstanceLog.of(DropLogTest.class, "lab"), lines::add);

    @Test
    void a_dropped_message_is_logged_with_its_sender_if_there_is_one() {
        log.dropped("pump", "odd", 0);
        log.dropped("odder", 0);
        assertThat(lines).containsExactly("dropped a message of 'pump': odd", "dropped a message: odder");
    }

    @Test
    void a_flood_is_logged_five_lines_a_second_and_then_counted() {
        for (int i = 0; i < 1000; i++) {
            log.dropped("flood", "message " + i, SECOND / 2);
        }
        assertThat(lines).hasSize(5).last().isEqualTo("dropped a message of 'flood': message 4");

        log.dropped("flood", "later", SECOND);
        assertThat(lines.subList(5, lines.size()))
                .containsExactly("dropped 995 more messages", "dropped a message of 'flood': later");
        log.dropped("flood", "after that", SECOND + 1);
        assertThat(lines).hasSize(8);
    }

    @Test
    void control_characters_and_long_texts_do_not_reach_the_log() {
        log.dropped("a\u001B[2J\nb", "x".repeat(1000), 0);
        assertThat(lines).containsExactly("dropped a message of 'a?[2J?b': " + "x".repeat(200));
    }
}
