package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Python's spelling where JSON is expected. */
final class PythonSpellingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "True | true is JSON's spelling of True",
                "[None] | null is JSON's spelling of None",
                ".5 | 0.5 is JSON's spelling of .5",
                "+5 | 5 is JSON's spelling of +5",
                "NaN | JSON has no NaN; a peer reads it in array([NaN])",
                "-inf | JSON has no -inf; a peer reads it in array([-inf])",
                "{37:1} | keys of JSON have double quotes: \"37\"",
                "{e1:1} | keys of JSON have double quotes: \"e1\"",
                "{'x':1} | JSON has double quotes: {\"x\":1}",
            })
    void json_that_python_would_read_is_spelled_right(String text, String remedy) {
        assertThat(remedyOf(text)).isEqualTo(remedy);
    }

    @ParameterizedTest
    @CsvSource({"@", "Nano", "x", "\"open", "1 2"})
    void other_mistakes_have_no_spelling(String text) {
        assertThat(remedyOf(text)).isNull();
    }

    @Test
    void a_number_of_json_stays_as_it_is() {
        assertThat(PythonSpelling.number("5")).isNull();
        assertThat(PythonSpelling.number("5.")).isEqualTo("5.0");
        assertThat(PythonSpelling.number("-.5")).isEqualTo("-0.5");
        assertThat(PythonSpelling.number(".")).isNull();
    }

    private static String remedyOf(String text) {
        try {
            JsonInput.parse(text);
        } catch (JsonInput.WrongJson wrong) {
            return PythonSpelling.remedy(text, wrong.offset());
        }
        throw new AssertionError(text + " is JSON");
    }
}
