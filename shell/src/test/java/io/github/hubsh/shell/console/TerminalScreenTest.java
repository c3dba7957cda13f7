package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.render.Role;
import io.github.hubsh.shell.render.StyledLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TerminalScreenTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final FakeScreen streams = new FakeScreen();

    private TerminalScreen screen(boolean redraws) {
        return new TerminalScreen(streams, out, true, redraws, new TerminalSize(80), false);
    }

    @Test
    void frames_are_drawn_over_one_another_on_the_other_screen_which_is_left_in_the_end() {
        TerminalScreen screen = screen(true);

        screen.frame(List.of(StyledLine.of("one"), StyledLine.of("1", Role.CHANGED)));
        screen.message(StyledLine.of("a warning"));
        screen.frame(List.of(StyledLine.of("two")));
        assertThat(streams.messages()).isEmpty();
        screen.frame(List.of());
        screen.frame(List.of());

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\u001b[?1049h\u001b[2J\u001b[?25l\u001b[Hone\u001b[K\r\n\u001b[7m1\u001b[0m\u001b[J"
                        + "\u001b[Htwo\u001b[J\u001b[?25h\u001b[?1049l");
        assertThat(streams.messages()).isEqualTo("a warning\n");
    }

    @Test
    void a_terminal_that_only_prints_has_no_frames() {
        assertThat(screen(false).frame(List.of(StyledLine.of("one")))).isFalse();
        assertThat(out.size()).isZero();
    }
}
