package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.word.Item.Form;
import io.github.hubsh.shell.word.Item.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ItemTest {
    /** Where the word stands in its line. */
    private static final int START = 5;

    /**
     * Columns: what is typed, {@code q} below what is quoted, the form, how many steps the path has, the value; then
     * the plain text, and how many chars stand before the value.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            x=1     | .       | VALUE      | 1 | 1     | 1    | 2
            x=      | .       | VALUE      | 1 | ``    | ``   | 2
            x=a=b   | .       | VALUE      | 1 | a=b   | a=b  | 2
            x=0012  | .       | VALUE      | 1 | 0012  | 0012 | 2
            x=null  | .       | VALUE      | 1 | null  | null | 2
            # a text, JSON, a nested value, a value that comes from elsewhere
            x==1    | .       | VALUE      | 1 | =1    | -    | 2
            x==1    | ..q.    | VALUE      | 1 | =1    | =1   | 2
            x:=1    | .       | VALUE      | 1 | 1     | -    | 3
            x:=1    | .q..    | VALUE      | 1 | 1     | 1    | 3
            a.b=1   | .       | VALUE      | 2 | 1     | -    | 4
            x[]=1   | .       | VALUE      | 2 | 1     | -    | 4
            x=v     | .       | VALUE      | 1 | 7     | -    | 2
            # without an operator, or with nothing before it
            x       | .       | VALUE      | 1 | 7     | -    | 0
            =1      | .       | VALUE      | 1 | 1     | -    | 0
            x=1     | .q.     | VALUE      | 1 | 1     | -    | 0
            # files
            x=@f    | .       | TEXT_FILE  | 1 | f     | -    | 0
            x:=@f   | .       | JSON_FILE  | 1 | f     | -    | 0
            @f=     | .       | EVERYTHING | 0 | f=    | -    | 0
            @-      | .       | EVERYTHING | 0 | -     | -    | 0
            """)
    void only_a_plain_value_has_a_text_whose_type_the_parser_chose(
            String typed,
            String mask,
            Form form,
            int steps,
            @Nullable String value,
            @Nullable String plain,
            int before) {
        Object given = value == null ? "-" : Scalar.of(value);
        Item item = new Item(form, path(steps), given, word(typed, mask));

        assertThat(item.plainText()).isEqualTo(plain);
        assertThat(item.valuePlace()).isEqualTo(new Place("x p c " + typed, START + before));
    }

    @ParameterizedTest
    @CsvSource({"device.svg, device.svg", "-, -"})
    void a_file_is_named_by_the_value(String value, String file) {
        assertThat(new Item(Form.TEXT_FILE, path(1), value, word("x=@" + value, ".")).file())
                .isEqualTo(file);
    }

    private static List<Step> path(int steps) {
        List<Step> path = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            path.add(i == 0 ? Step.key("x") : Step.end());
        }
        return path;
    }

    private static Word word(String text, String mask) {
        int[] offsets = IntStream.range(START, START + text.length()).toArray();
        boolean[] quoted = new boolean[text.length()];
        for (int i = 0; i < Math.min(mask.length(), text.length()); i++) {
            quoted[i] = mask.charAt(i) == 'q';
        }
        return new Word("x p c " + text, text, offsets, quoted, START, START + text.length());
    }
}
