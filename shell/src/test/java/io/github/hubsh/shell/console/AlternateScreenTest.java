package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AlternateScreenTest {
    private final AlternateScreen screen = new AlternateScreen("\r\n");

    @Test
    void the_first_frame_enters_the_screen_and_later_ones_draw_over_it() {
        assertThat(screen.draw(List.of("one", "1")))
                .isEqualTo("\u001b[?1049h\u001b[2J\u001b[?25l\u001b[Hone\u001b[K\r\n1\u001b[J");
        assertThat(screen.draw(List.of("two"))).isEqualTo("\u001b[Htwo\u001b[J");
        assertThat(screen.isShown()).isTrue();
    }

    @Test
    void it_is_left_once_and_can_be_entered_again() {
        assertThat(screen.leave()).isEmpty();
        screen.draw(List.of("one"));
        assertThat(screen.leave()).isEqualTo("\u001b[?25h\u001b[?1049l");
        assertThat(screen.leave()).isEmpty();
        assertThat(screen.isShown()).isFalse();
        assertThat(screen.draw(List.of("two"))).startsWith("\u001b[?1049h");
    }
}
