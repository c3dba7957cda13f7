package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.PromptLanguage;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.result.Outcome;
import java.time.Instant;
import java.util.List;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypingHintsTest {
    private static final AttributedStyle GREY =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK);

    private final ShellBench bench = ShellBench.terminal();
    private final DefaultHistory history = new DefaultHistory();
    private final TypingHints hints = new TypingHints(bench.session, history, true);

    private void typed(String... lines) {
        for (String line : lines) {
            history.add(Instant.EPOCH, line);
            bench.session.memory().history().add(line);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pi        | ng plugin_a
            ping h    | ub
            ping hub  | ''
            status    | ''
            ''        | ''
            """)
    void the_newest_line_that_begins_so_is_suggested(String line, String rest) {
        typed("ping hub", "ping plugin_a", "plugins");

        assertThat(hints.suggestion(line)).isEqualTo(rest);
    }

    @Test
    void nothing_is_suggested_where_it_is_switched_off_or_cannot_be_told_from_what_is_typed() {
        String longest = "x".repeat(TypingHints.MAX_LENGTH);
        assertThat(hints.suggestion("pi")).isEmpty();
        typed("ping hub", longest + "yz");
        assertThat(new TypingHints(bench.session, history, false).suggestion("pi"))
                .isEmpty();
        assertThat(hints.suggestion(longest)).isEqualTo("yz");
        assertThat(hints.suggestion(longest + "y")).isEmpty();
        bench.session.program().setPromptLanguage(new Other());
        assertThat(hints.suggestion("pi")).isEmpty();
        bench.session.program().setPromptLanguage(null);
        assertThat(hints.suggestion("pi")).isEqualTo("ng hub");
        bench.session.memory().preferences().setSwitchedOff(List.of("suggestions"));
        assertThat(hints.suggestion("pi")).isEmpty();
    }

    /** Columns: a suggestion, with {@code ↵} for its line ends; the room for it; what is shown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ng hub    | 80 | ng hub
            ng hub    | 6  | ng hub
            ng hub    | 5  | ng h…
            ng hub    | 2  | n…
            ng hub    | 1  | ``
            a↵b       | 80 | a …
            漢字漢字  | 8  | 漢字漢字
            漢字漢字  | 7  | 漢字漢…
            漢字漢字  | 6  | 漢字…
            """)
    void a_suggestion_is_one_row_and_cut_where_the_row_ends(String suggestion, int room, String shown) {
        assertThat(hints.grey(suggestion.replace('↵', '\n'), room).toString()).isEqualTo(shown);
    }

    @Test
    void a_suggestion_is_grey_and_harmless() {
        AttributedString grey = hints.grey("a\u001b[2J", 80);

        assertThat(grey.toString()).isEqualTo("a\\u001b[2J");
        assertThat(grey.styleAt(0)).isEqualTo(GREY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            !!      | 80 | runs x p c a='1 2'
            !!      | 8  | runs x …
            !pi     | 80 | runs ping hub
            !9      | 80 | no such line in the history
            `  `    | 80 | ``
            ``      | 80 | ``
            ping    | 1  | ``
            """)
    void below_a_line_of_the_history_stands_what_it_runs(String line, int room, String hint) {
        typed("ping hub", "x p c a='1\n2'");

        assertThat(hints.hint(line, line.length(), room).toString()).isEqualTo(hint);
    }

    @Test
    void the_hint_says_what_the_verb_takes_with_the_word_at_the_cursor_in_bold() {
        AttributedString hint = hints.hint("ping ", 5, 80);
        AttributedString plain = new TypingHints(bench.session, history, false).hint("ping ", 5, 80);

        assertThat(hint.toString()).contains("TARGET").isEqualTo(plain.toString());
        assertThat(hint.styleAt(hint.toString().indexOf("TARGET"))).isEqualTo(AttributedStyle.BOLD);
        assertThat(hint.styleAt(hint.length() - 1)).isEqualTo(GREY);
        assertThat(plain.styleAt(plain.toString().indexOf("TARGET"))).isEqualTo(AttributedStyle.DEFAULT);
    }

    @Test
    void there_is_no_hint_where_it_is_switched_off_and_none_of_a_long_or_foreign_line() {
        String longest = "ping " + "x".repeat(TypingHints.MAX_LENGTH - 6) + " ";
        assertThat(hints.hint(longest, 5, 80).toString()).isNotEmpty();
        assertThat(hints.hint(longest + "x", 5, 80).toString()).isEmpty();
        bench.session.program().setPromptLanguage(new Other());
        assertThat(hints.hint("ping ", 5, 80).toString()).isEmpty();
        bench.session.program().setPromptLanguage(null);
        bench.session.memory().preferences().setSwitchedOff(List.of("hints"));
        assertThat(hints.hint("ping ", 5, 80).toString()).isEmpty();
    }

    private static final class Other implements PromptLanguage {
        @Override
        public String name() {
            return "other";
        }

        @Override
        public boolean isComplete(String text) {
            return true;
        }

        @Override
        public Suggestions complete(String text, int cursor, Session session) {
            return new Suggestions(cursor, List.of());
        }

        @Override
        public Outcome run(String text, Session session) {
            return Outcome.NOTHING;
        }
    }
}
