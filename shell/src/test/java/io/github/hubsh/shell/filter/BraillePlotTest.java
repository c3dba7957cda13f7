package io.github.hubsh.shell.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.word.JsonInput;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Curves of dots, without a shell around them; {@link PlotTest} has those of the filter. */
final class BraillePlotTest {
    @Test
    void a_rising_curve_goes_from_one_corner_to_the_other() {
        assertThat(BraillePlot.of("title", new double[] {0, 47}, "a", "b", 14))
                .containsExactly(
                        "title  2 values",
                        "47 ┤         ⡼",
                        "   │        ⣰⠃",
                        "   │       ⢠⠇",
                        "   │      ⢀⡏",
                        "   │      ⡞",
                        "   │     ⡼⠁",
                        "   │    ⣰⠃",
                        "   │   ⢠⠇",
                        "   │  ⢀⡏",
                        "   │  ⡞",
                        "   │ ⡼⠁",
                        " 0 ┤⣰⠃",
                        "    a        b");
    }

    /** Columns: the numbers, and the marks of the greatest and of the least. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 5                  | 5             | 1
            -1.5 1               | 1             | -1.5
            0.123456 2           | 2             | 0.1235
            1e16 1e14            | 1e+16         | 100000000000000
            NaN 3 Infinity       | 3             | 3
            NaN NaN              | 0             | 0
            7 7 7                | 7             | 7
            -1.7e308 1.7e308     | 1.7e+308      | -1.7e+308
            """)
    void the_bounds_are_written_beside_the_curve(String numbers, String most, String least) {
        double[] values = Arrays.stream(numbers.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        List<String> lines = BraillePlot.of("", values, "", "", 40);
        assertThat(lines).hasSize(13);
        assertThat(lines.get(0).stripLeading()).startsWith(most + " ┤");
        assertThat(lines.get(11).stripLeading()).startsWith(least + " ┤");
    }

    @Test
    void equal_numbers_are_a_line_in_the_middle() {
        List<String> lines = BraillePlot.of("", new double[] {7, 7}, "", "", 13);
        assertThat(drawn(lines)).containsExactly(6);
        assertThat(lines.get(6)).isEqualTo("  │" + "⠉".repeat(10));
    }

    @Test
    void where_there_is_no_number_there_is_a_gap() {
        List<String> lines = BraillePlot.of("", new double[] {7, Double.NaN, 7, 7}, "", "", 13);
        assertThat(lines.get(6)).matches("  │⠁ +⠈⠉+");
        assertThat(drawn(BraillePlot.of("", new double[] {Double.NaN}, "", "", 13)))
                .isEmpty();
    }

    @Test
    void of_many_numbers_each_peak_is_drawn() {
        double[] flat = new double[10_000];
        flat[5_000] = 1;
        flat[5_001] = -1;
        List<String> lines = BraillePlot.of("", flat, "", "", 14);
        assertThat(lines.subList(0, 12)).allMatch(line -> line.length() > 4);
        flat[5_000] = Double.POSITIVE_INFINITY;
        assertThat(BraillePlot.of("", flat, "", "", 14).get(0)).startsWith(" 0 ┤");
    }

    @Test
    void a_narrow_terminal_has_ten_columns_all_the_same() {
        List<String> lines = BraillePlot.of("", new double[] {1, 2}, "first", "last", 1);
        assertThat(lines.get(12)).isEqualTo("   first last");
        assertThat(BraillePlot.of("", new double[] {1, 2}, "a first label", "last", 1)
                        .get(12))
                .isEqualTo("   a first label last");
    }

    @Test
    void the_number_of_values_stands_behind_a_title() {
        assertThat(BraillePlot.of(
                                "x",
                                DoubleStream.iterate(0, n -> n + 1).limit(1_234).toArray(),
                                "",
                                "",
                                40)
                        .get(0))
                .isEqualTo("x  1,234 values");
    }

    /** Columns: a list, and the numbers in it; {@code none} for a list that is no curve. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1, 2.5                          | [1.0, 2.5]
            int8(5), 18446744073709551616   | [5.0, 1.8446744073709552E19]
            1, None, "NaN"                  | [1.0, NaN, NaN]
            1, "Infinity", "-Infinity"      | [1.0, NaN, NaN]
            1, "a"                          | none
            1, True                         | none
            None, "NaN"                     | none
            1, [2]                          | none
            """)
    void numbers_and_what_is_missing_among_them_are_a_curve(String typed, String expected) throws JsonInput.WrongJson {
        double @Nullable [] numbers = BraillePlot.numbers(
                JsonInput.operands(typed, TypedFunctions.all(), List.of()).positional());
        assertThat(numbers == null ? "none" : Arrays.toString(numbers)).isEqualTo(expected);
    }

    private static List<Integer> drawn(List<String> lines) {
        return IntStream.range(0, 12)
                .filter(row -> lines.get(row).chars().anyMatch(c -> c > 0x2800 && c <= 0x28ff))
                .boxed()
                .toList();
    }
}
