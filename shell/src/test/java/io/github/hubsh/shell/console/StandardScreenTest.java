package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.render.StyledLine;
import io.github.hubsh.shell.session.io.OutputBatch;
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

    @Test
    void of_a_batch_lines_wait_until_it_is_written_a_message_comes_or_it_is_closed() {
        StandardScreen screen = new StandardScreen(out, err, 80, false, false, false);

        try (OutputBatch batch = screen.batch()) {
            screen.data(StyledLine.of("1"));
            assertThat(out.size()).isZero();
            batch.write();
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1\n");
            screen.data(StyledLine.of("2"));
            screen.message(StyledLine.of("a message"));
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1\n2\n");
            screen.data(StyledLine.of("3"));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1\n2\n3\n");
        screen.data(StyledLine.of("4"));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1\n2\n3\n4\n");
    }

    @Test
    void a_batch_that_grows_is_written_before_it_ends() {
        StandardScreen screen = new StandardScreen(out, err, 80, false, false, false);

        try (OutputBatch batch = screen.batch()) {
            assertThat(batch).isNotNull();
            screen.data(StyledLine.of("x".repeat(100_000)));
            assertThat(out.size()).isEqualTo(100_001);
        }
    }

    @Test
    void two_batches_may_be_open_and_each_ends_once() {
        StandardScreen screen = new StandardScreen(out, err, 80, false, false, false);
        OutputBatch first = screen.batch();
        try (OutputBatch second = screen.batch()) {
            assertThat(second).isNotNull();
            first.close();
            first.close();
            screen.data(StyledLine.of("1"));
            assertThat(out.size()).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1\n");
    }
}
