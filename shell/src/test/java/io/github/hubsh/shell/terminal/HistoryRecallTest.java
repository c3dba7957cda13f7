package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeHistory;
import io.github.hubsh.shell.session.memory.LineHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HistoryRecallTest {
    /** Whose oldest lines are forgotten: the first that is left is number 11. */
    private final LineHistory history = new FakeHistory(
            List.of("x pump stop", "x plugin_a do_thing", "top"),
            List.of("ping hub", "x pump get_status", "plugins"),
            11);

    @Test
    void a_line_is_found_by_its_number_from_the_end_and_by_how_it_begins() {
        assertThat(HistoryRecall.find("!12", history)).isEqualTo("x pump get_status");
        assertThat(HistoryRecall.find("!!", history)).isEqualTo("plugins");
        assertThat(HistoryRecall.find("!-3", history)).isEqualTo("ping hub");
        assertThat(HistoryRecall.find("!pi ", history)).isEqualTo("ping hub");
        assertThat(HistoryRecall.find("!x pump", history)).isEqualTo("x pump get_status");
        assertThat(HistoryRecall.find("!x pump s", history)).isEqualTo("x pump stop");
        assertThat(HistoryRecall.find("!t", history)).isEqualTo("top");
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (String line : List.of("!10", "!14", "!0", "!-4", "!-0", "!999999999", "!nothing", "ping")) {
            assertThat(HistoryRecall.find(line, history)).as(line).isNull();
        }
    }

    @Test
    void other_lines_are_not_meant() {
        for (String line : List.of("", "!", "! ls", "!=", "ping !!", "x a b | !sort", "!1234567890")) {
            assertThat(HistoryRecall.isMeant(line)).as(line).isFalse();
        }
        assertThat(HistoryRecall.isMeant("!nothing")).isTrue();
    }
}
