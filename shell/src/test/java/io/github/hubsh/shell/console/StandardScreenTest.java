package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.render.StyledLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StandardScreenTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_progress_line_makes_room_for_all_other_output() {
        StandardScreen screen = new StandardScreen(out, err, 80, false, false, true);

        screen.progress(StyledLine.of("1 poll"));
        screen.progress(StyledLine.of("2 polls"));
        screen.data(StyledLine.of("a result"));
        screen.progress(StyledLine.of(""));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a result\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("\r\u001b[K1 poll\r\u001b[K2 polls\r\u001b[K");
    }

    @Test
    void there_is_no_progress_where_no_line_can_be_replaced() {
        StandardScreen screen = new StandardScreen(out, err, 80, false, false, false);

        screen.progress(StyledLine.of("1 poll"));
        screen.message(StyledLine.of("a message"));

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("a message\n");
    }
}
