package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TerminalWriterTest {
    private final StringBuilder terminal = new StringBuilder();
    private final TerminalWriter printer = new TerminalWriter(terminal::append);

    @Test
    void what_has_gathered_is_printed_at_once_and_in_order() {
        printer.print("one");
        printer.offer("two");
        printer.tell("three");

        printer.turn();

        assertThat(terminal).hasToString("one\ntwo\nthree\n");
    }

    @Test
    void a_flood_is_counted_where_it_cannot_be_shown() {
        for (int i = 0; i < TerminalWriter.MAX_WAITING_LINES + 48_211; i++) {
            printer.offer("line");
        }
        printer.tell("an error is not lost");

        printer.turn();

        assertThat(terminal.toString().lines()).hasSize(TerminalWriter.MAX_WAITING_LINES + 2);
        assertThat(terminal.toString()).endsWith("an error is not lost\n… 48,211 more\n");
    }

    @Test
    void a_result_waits_for_its_turn_and_can_be_stopped_while_it_does() {
        for (int i = 0; i < TerminalWriter.MAX_WAITING_LINES; i++) {
            printer.print("line");
        }
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> printer.print("more")).isInstanceOf(ShellException.class);
    }

    @Test
    void a_long_result_is_complete_when_the_next_prompt_comes() {
        printer.start();
        for (int i = 0; i < 10 * TerminalWriter.MAX_WAITING_LINES; i++) {
            printer.print("line");
        }
        printer.drain();

        assertThat(terminal.toString().lines()).hasSize(10 * TerminalWriter.MAX_WAITING_LINES);
        printer.close();
        printer.print("too late");
    }

    @Test
    void a_progress_line_stays_below_the_others_and_is_taken_away() {
        printer.progress("1 poll");
        printer.turn();
        printer.print("a result");
        printer.progress("2 polls");
        printer.turn();
        printer.progress("");
        printer.turn();

        assertThat(terminal).hasToString("1 poll\n\u001b[A\r\u001b[Ka result\n2 polls\n\u001b[A\r\u001b[K\u001b[A");
    }

    @Test
    void a_progress_line_that_was_never_shown_does_not_block_a_drain() {
        printer.progress("1 poll");
        printer.progress("");
        printer.start();
        printer.drain();

        assertThat(terminal).isEmpty();
        printer.close();
    }

    @Test
    void a_frame_has_the_screen_to_itself_and_gives_it_back() {
        printer.progress("1 poll");
        printer.turn();
        printer.frame(List.of("one", "two"));
        printer.turn();
        printer.tell("an error meanwhile");
        printer.frame(List.of("three"));
        printer.turn();
        printer.progress("");
        printer.frame(List.of());
        printer.turn();

        assertThat(terminal.toString().split("\n", -1))
                .containsExactly(
                        "1 poll",
                        "\u001b[?1049h\u001b[2J\u001b[?25l\u001b[Hone\u001b[K",
                        "two\u001b[J",
                        "\u001b[Hthree\u001b[J",
                        "\u001b[?25h\u001b[?1049l\u001b[A",
                        "\u001b[A\r\u001b[Kan error meanwhile",
                        "");
    }

    @Test
    void the_lines_of_one_message_stay_together() throws InterruptedException {
        List<String> message = List.of("error", "cause", "remedy");
        Thread other = new Thread(() -> tellOften(message));
        other.start();
        tellOften(message);
        other.join();
        printer.turn();

        assertThat(terminal.toString().replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]|\r", ""))
                .isEqualTo("error\ncause\nremedy\n".repeat(100));
    }

    private void tellOften(List<String> message) {
        for (int i = 0; i < 50; i++) {
            printer.tell(message);
        }
    }

    @Test
    void closing_gives_the_screen_back() {
        printer.start();
        printer.frame(List.of("one"));
        printer.close();

        assertThat(terminal.toString().contains("1049h"))
                .isEqualTo(terminal.toString().contains("1049l"));
    }
}
