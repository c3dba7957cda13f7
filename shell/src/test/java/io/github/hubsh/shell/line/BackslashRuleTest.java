package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.verb.help.HelpText;
import io.github.hubsh.shell.word.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BackslashRuleTest {
    @Test
    void a_backslash_stays_before_each_character_without_a_meaning() {
        for (char c = '!'; c < 0x7f; c++) {
            boolean special = "'\"\\$;|>&#=:[]@,".indexOf(c) >= 0;

            LexedLine line = Lexer.read("x\\" + c + "y");

            assertThat(line.error()).as("%c", c).isNull();
            assertThat(line.statements().get(0))
                    .extracting(Word::text)
                    .as("%c", c)
                    .containsExactly(special ? "x" + c + "y" : "x\\" + c + "y");
            assertThat(BackslashRule.escapes(c)).as("%c", c).isEqualTo(special);
        }
    }

    @Test
    void the_help_names_the_same_characters() {
        assertThat(String.join("\n", HelpText.items())).contains("' \" \\ $ ; | > & # = : [ ] @ ,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping \\\nhub", "ping \\\r\nhub", "pi\\\r\nng hub\r", "ping hub\r\n"})
    void a_line_end_of_either_kind_is_continued_and_is_no_part_of_a_word(String line) {
        assertThat(Lexer.read(line).statements().get(0)).extracting(Word::text).containsExactly("ping", "hub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping hub \\", "ping hub\\\r"})
    void a_backslash_at_the_very_end_waits_for_more(String line) {
        assertThat(Lexer.read(line).unfinished()).isTrue();
    }

    @Test
    void the_command_of_another_shell_ends_before_a_carriage_return() {
        assertThat(Lexer.read("ping hub | !cat\r\nstatus").statements().get(0))
                .extracting(Word::text)
                .containsExactly("ping", "hub", "|", "!cat");
    }
}
