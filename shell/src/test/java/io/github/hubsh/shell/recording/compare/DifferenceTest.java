package io.github.hubsh.shell.recording.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.recording.compare.Difference.Kind;
import io.github.hubsh.shell.word.JsonInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part of a reply that is not as it was recorded. */
final class DifferenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CHANGED | 1      | 2      | {path=.x, kind=changed, recorded=1, now=2}
            MISSING | 1      | (none) | {path=.x, kind=missing, recorded=1}
            ADDED   | (none) | 2      | {path=.x, kind=added, now=2}
            ERROR   | 1      | 2      | {path=.x, kind=error, recorded=1, now=2}
            """)
    void what_is_not_there_is_none(Kind kind, String recorded, String now, String facts) {
        Difference difference = new Difference(ValuePath.ROOT.then("x"), kind, 1L, 2L);

        assertThat(difference.recordedText()).isEqualTo(recorded);
        assertThat(difference.nowText()).isEqualTo(now);
        assertThat(difference.facts()).hasToString(facts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            None       | null
            [1,"a"]    | [1,"a"]
            tuple(1,2) | tuple(1,2)
            uint8(3)   | uint8(3)
            """)
    void a_value_of_python_is_shown_as_it_is_typed(String typed, String text) throws Exception {
        Object value = JsonInput.operands(typed, TypedFunctions.all(), List.of())
                .positional()
                .get(0);
        assertThat(new Difference(ValuePath.ROOT, Kind.CHANGED, value, "x").recordedText())
                .isEqualTo(text);
    }

    @Test
    void a_long_text_is_cut_and_the_whole_result_is_a_dot() {
        Difference most = new Difference(ValuePath.ROOT, Kind.CHANGED, "a".repeat(198), "b".repeat(199));

        assertThat(most.recordedText()).isEqualTo("\"" + "a".repeat(198) + "\"");
        assertThat(most.nowText()).isEqualTo("\"" + "b".repeat(199) + "…");
        assertThat(most.where()).isEqualTo(".");
    }
}
