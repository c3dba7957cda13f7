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
}
