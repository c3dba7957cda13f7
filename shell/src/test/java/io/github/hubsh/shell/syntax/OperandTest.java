package io.github.hubsh.shell.syntax;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.word.Reference;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class OperandTest {
    /** Columns: the operand, its kind, the word; what is wrong with it, or nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            TARGET     ¦ PLUGIN   ¦ plugin_a  ¦
            TARGET     ¦ PLUGIN   ¦ ``        ¦ expected TARGET, found an empty text
            EXPR       ¦ TEXT     ¦ ` `       ¦
            TIME       ¦ DURATION ¦ 2s        ¦
            TIME       ¦ DURATION ¦ 0         ¦
            TIME       ¦ DURATION ¦ soon      ¦ expected a time such as 500ms, 2s or 1m, found 'soon'
            on|off     ¦ CHOICE   ¦ off       ¦
            on|off     ¦ CHOICE   ¦ of        ¦ expected on or off, found 'of'
            a|b|c      ¦ CHOICE   ¦ d         ¦ expected a, b or c, found 'd'
            URI        ¦ URI      ¦ tcp://h:1 ¦
            URI        ¦ URI      ¦ lab       ¦ expected a URI such as tcp://localhost:31000, found 'lab'
            URI|none   ¦ URI      ¦ none      ¦
            URI|none   ¦ URI      ¦ URI       ¦ expected a URI such as tcp://localhost:31000, found 'URI'
            HUB        ¦ HUB      ¦ lab       ¦
            HUB        ¦ HUB      ¦ tcp://h:1 ¦
            HUB        ¦ HUB      ¦ a/b       ¦ expected a URI such as tcp://localhost:31000, found 'a/b'
            FILE|stop  ¦ FILE     ¦ stop      ¦
            FILE|stop  ¦ FILE     ¦ a/b       ¦
            """)
    void a_word_that_cannot_be_the_operand_is_refused(String name, Kind kind, String text, @Nullable String wrong) {
        Operand operand = new Operand(name, kind, true, false);
        Word word = word(text);

        if (wrong == null) {
            assertThatCode(() -> operand.check(word)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> operand.check(word)).isInstanceOfSatisfying(ShellException.class, error -> {
                assertThat(error.text()).isEqualTo(wrong);
                assertThat(requireNonNull(error.place()).offset()).isEqualTo(2);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_word_with_a_reference_is_known_only_when_it_runs(Kind kind) {
        Word open = word("$v").referring(List.of(new Reference(0, 2, "v", List.of())));

        assertThatCode(() -> new Operand("A|B", kind, true, false).check(open)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            on|off    ¦ CHOICE ¦ on off
            FILE|stop ¦ FILE   ¦ stop
            URI|a|b   ¦ URI    ¦ a b
            FILE      ¦ FILE   ¦ ''
            A|B       ¦ TEXT   ¦ ''
            """)
    void the_words_it_allows_are_in_its_name(String name, Kind kind, String choices) {
        assertThat(String.join(" ", new Operand(name, kind, true, false).choices()))
                .isEqualTo(choices);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | false | NAME
            false | false | [NAME]
            true  | true  | NAME …
            false | true  | [NAME …]
            """)
    void brackets_show_that_it_may_be_left_out_and_dots_that_it_may_be_repeated(
            boolean required, boolean repeated, String shown) {
        assertThat(new Operand("NAME", Kind.TEXT, required, repeated)).hasToString(shown);
    }

    /** A word that stands behind {@code v} and a blank. */
    private static Word word(String text) {
        int[] offsets = IntStream.range(2, 2 + text.length()).toArray();
        return new Word("v " + text, text, offsets, new boolean[text.length()], 2, 2 + text.length());
    }
}
