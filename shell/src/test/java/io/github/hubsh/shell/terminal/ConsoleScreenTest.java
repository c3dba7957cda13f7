package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.console.FrameKeys;
import io.github.hubsh.shell.console.KeySource;
import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.StyledLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConsoleScreenTest {
    private final StringBuilder terminal = new StringBuilder();
    private final TerminalWriter printer = new TerminalWriter(terminal::append);
    private final FakeScreen streams = new FakeScreen();

    /**
     * Columns: {@code f} for a screen of the foreground, {@code d} and {@code m} where data and messages go to the
     * terminal, {@code p} for one that can only print; what is on the terminal, in the stream of data and of messages.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fdm  | 1 row↵1 note↵2 notes↵3 notes↵working↵ | ''            | ''
            fdmp | 1 row↵1 note↵2 notes↵3 notes↵         | ''            | ''
            fd   | 1 row↵                                | ''            | 1 note↵2 notes↵3 notes↵
            fm   | 1 note↵2 notes↵3 notes↵working↵       | 1 row↵bytes   | ''
            dm   | 1 row↵1 note↵2 notes↵3 notes↵         | ''            | ''
            f    | ''                                    | 1 row↵bytes   | 1 note↵2 notes↵3 notes↵
            """)
    void data_and_messages_go_to_the_terminal_or_to_their_streams(
            String kind, String shown, String data, String messages) {
        Screen screen = screen(kind, 80, 24, null);

        screen.data(StyledLine.of("1 row"));
        screen.bytes("bytes".getBytes(StandardCharsets.UTF_8));
        screen.message(StyledLine.of("1 note"));
        screen.messages(List.of(StyledLine.of("2 notes"), StyledLine.of("3 notes")));
        screen.progress(StyledLine.of("working"));
        printer.turn();

        assertThat(terminal.toString().replace('\n', '↵')).isEqualTo(shown);
        assertThat(streams.data().replace('\n', '↵')).isEqualTo(data);
        assertThat(streams.messages().replace('\n', '↵')).isEqualTo(messages);
    }

    /** A width and a height that the terminal does not know, or that nothing fits into. */
    @ParameterizedTest
    @CsvSource({"100, 30, 100, 30", "0, 0, 80, 24", "-1, -1, 80, 24", "1, 1, 20, 4", "20, 4, 20, 4"})
    void a_screen_has_a_size_in_any_case(int columns, int rows, int width, int height) {
        Screen screen = screen("fdm", columns, rows, null);

        assertThat(screen.width()).isEqualTo(width);
        assertThat(screen.height()).isEqualTo(height);
    }

    @ParameterizedTest
    @CsvSource({"fdm, true", "dm, false", "fm, false", "fdmp, false"})
    void only_a_terminal_that_has_the_data_of_the_foreground_draws_frames(String kind, boolean draws) {
        Screen screen = screen(kind, 80, 24, null);

        assertThat(screen.frame(List.of(StyledLine.of("one")))).isEqualTo(draws);
        printer.turn();
        assertThat(screen.frame(List.of())).isEqualTo(draws);
        printer.turn();

        assertThat(terminal.toString().contains("one")).isEqualTo(draws);
        assertThat(terminal.toString().contains("\u001b[?1049l")).isEqualTo(draws);
        assertThat(screen.dismissed()).isFalse();
    }

    @Test
    void a_progress_line_goes_with_an_empty_one() {
        Screen screen = screen("fdm", 80, 24, null);
        screen.progress(StyledLine.of("working"));
        printer.turn();
        screen.progress(StyledLine.of(""));
        printer.turn();

        assertThat(terminal).hasToString("working\n\u001b[A\r\u001b[K\u001b[A");
    }

    /**
     * Columns: where the data goes, with a pager or without, how many lines of how many columns; whether it is paged.
     */
    @ParameterizedTest
    @CsvSource({
        "fdm, true, 24, 10, true",
        "fdm, true, 23, 10, false",
        "fdm, true, 23, 80, false",
        "fdm, true, 12, 81, true",
        "fdm, true, 24, 0, true",
        "fdm, false, 24, 10, false",
        "fm, true, 24, 10, false"
    })
    void what_fills_the_screen_with_its_folded_lines_is_for_the_pager(
            String kind, boolean paged, int lines, int length, boolean expected) throws IOException {
        try (Terminal device =
                new LineDisciplineTerminal("test", "xterm", new ByteArrayOutputStream(), StandardCharsets.UTF_8)) {
            Pager pager = paged ? new Pager(device, device.getAttributes(), "true") : null;
            Screen screen = screen(kind, 80, 24, pager);

            assertThat(screen.isForPager(Collections.nCopies(lines, StyledLine.of("x".repeat(length)))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void without_a_pager_nothing_is_paged() {
        assertThat(screen("fdm", 80, 24, null).page(List.of(StyledLine.of("one"))))
                .isFalse();
        assertThat(screen("dm", 80, 24, null).dismissed()).isFalse();
    }

    @Test
    void what_a_terminal_would_obey_is_shown_instead() {
        screen("fdm", 80, 24, null).data(StyledLine.of("a\u001b[31m"));
        printer.turn();

        assertThat(terminal).hasToString("a\\u001b[31m\n");
    }

    private Screen screen(String kind, int columns, int rows, @Nullable Pager pager) {
        PromptSettings settings = new PromptSettings(
                "1.2.3",
                null,
                null,
                Path.of("."),
                kind.contains("p"),
                false,
                StandardCharsets.UTF_8,
                null,
                streams,
                kind.contains("d"),
                kind.contains("m"));
        return kind.contains("f")
                ? ConsoleScreen.foreground(
                        printer,
                        settings,
                        () -> new Size(columns, rows),
                        pager,
                        new FrameKeys(new NoKeys(), typed -> {}))
                : ConsoleScreen.beside(printer, settings, () -> new Size(columns, rows));
    }

    private static final class NoKeys implements KeySource {
        @Override
        public boolean open() {
            return false;
        }

        @Override
        public @Nullable String read() {
            return null;
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
