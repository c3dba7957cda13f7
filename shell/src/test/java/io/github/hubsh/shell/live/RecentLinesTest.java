package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The newest lines, up to a limit. */
final class RecentLinesTest {
    private final RecentLines recent = new RecentLines();

    @Test
    void lines_are_in_the_order_typed_and_a_copy() {
        recent.add("a");
        recent.add("b");
        List<String> lines = recent.lines();
        recent.add("a");
        assertThat(lines).containsExactly("a", "b");
        assertThat(recent.lines()).containsExactly("a", "b", "a");
    }

    @Test
    void of_more_than_ten_thousand_lines_the_oldest_are_forgotten() {
        for (int i = 0; i < 10_002; i++) {
            recent.add("line " + i);
        }
        assertThat(recent.lines()).hasSize(10_000).startsWith("line 2").endsWith("line 10001");
    }

    @Test
    void the_first_line_that_is_kept_has_the_number_that_it_was_typed_under() {
        assertThat(recent.firstNumber()).isEqualTo(1);
        for (int i = 0; i < 10_000; i++) {
            recent.add("line");
        }
        assertThat(recent.firstNumber()).isEqualTo(1);

        recent.add("line");
        recent.add("line");

        assertThat(recent.firstNumber()).isEqualTo(3);
    }

    @Test
    void lines_of_earlier_sessions_are_kept_apart_and_have_no_numbers() {
        recent.addEarlier("old");
        recent.add("new");
        List<String> earlier = recent.earlier();
        recent.addEarlier("older than new");

        assertThat(earlier).containsExactly("old");
        assertThat(recent.earlier()).containsExactly("old", "older than new");
        assertThat(recent.lines()).containsExactly("new");
        assertThat(recent.firstNumber()).isEqualTo(1);
    }

    @Test
    void of_more_than_ten_thousand_earlier_lines_the_oldest_are_forgotten() {
        for (int i = 0; i < 10_002; i++) {
            recent.addEarlier("line " + i);
        }
        assertThat(recent.earlier()).hasSize(10_000).startsWith("line 2").endsWith("line 10001");
    }
}
