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

final class OptionTest {
    /** Columns: the kind of {@code --opt}, the value; what was expected, or nothing where it is right. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DURATION | 500ms     |
            DURATION | later     | a time such as 500ms, 5s, 2m or 1h
            DURATION | ``        | a time such as 500ms, 5s, 2m or 1h
            SIZE     | 2g        |
            SIZE     | 2x        | a size such as 64m, 512m or 2g
            SIZE     | 0         | a size such as 64m, 512m or 2g
            COUNT    | 3         |
            COUNT    | 0         | a whole number from 1
            COUNT    | 1.5       | a whole number from 1
            CHOICE   | tap       |
            CHOICE   | TAP       | one of tap, junit
            CHOICE   | ``        | one of tap, junit
            URI      | tcp://h:1 |
            URI      | h:1       | a URI such as tcp://localhost:31000
            FILE     | a         |
            FILE     | ``        | a value
            TEXT     | a         |
            TEXT     | ``        |
            """)
    void a_value_that_cannot_be_the_options_is_refused(Kind kind, String text, @Nullable String expected) {
        Option option = new Option("--opt", "V", kind, "does it", List.of("tap", "junit"));
        Word value = word(text);

        if (expected == null) {
            assertThatCode(() -> option.check(value)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> option.check(value)).isInstanceOfSatisfying(ShellException.class, error -> {
                assertThat(error.text()).isEqualTo("expected " + expected + " for --opt, found '" + text + "'");
                assertThat(requireNonNull(error.place()).offset()).isEqualTo(6);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_value_with_a_reference_is_known_only_when_it_runs(Kind kind) {
        Word open = word("$v").referring(List.of(new Reference(0, 2, "v", List.of())));

        assertThatCode(() -> new Option("--opt", "V", kind, "does it", List.of()).check(open))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void only_a_flag_takes_no_value(Kind kind) {
        Option option = new Option("--opt", "VALUE", kind, "does it", List.of());

        assertThat(option.takesValue()).isEqualTo(kind != Kind.FLAG);
        assertThat(option).hasToString(kind == Kind.FLAG ? "--opt" : "--opt VALUE");
    }

    /** A word that stands behind {@code --opt} and a blank. */
    private static Word word(String text) {
        int[] offsets = IntStream.range(6, 6 + text.length()).toArray();
        return new Word("--opt " + text, text, offsets, new boolean[text.length()], 6, 6 + text.length());
    }
}
