package io.github.hubsh.shell.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.shell.fake.ShellBench;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PlotTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void numbers_are_drawn_from_one_edge_to_the_other() {
        bench.run("x plugin_a do_thing v:=[0,47] | jq .v | plot");

        List<String> lines = bench.screen.data().lines().toList();
        assertThat(lines).hasSize(13).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(0)).startsWith("47 ┤ ").endsWith("⣀⣠⠤⠴⠒⠋");
        assertThat(lines.get(11)).isEqualTo(" 0 ┤⣀⡤⠴⠒⠚⠉⠁");
        assertThat(lines.get(12)).isEqualTo("    0" + " ".repeat(74) + "1");
    }

    @Test
    void of_more_numbers_than_dots_no_peak_is_lost() {
        double[] flat = new double[100_000];
        flat[70_000] = 5;
        bench.session.network.answers("get", NdArray.ofDoubles(flat));
        bench.run("x plugin_a get | plot");

        List<String> lines = bench.screen.data().lines().toList();
        assertThat(lines.get(0)).matches("5 ┤ +[⡇⢸]");
        assertThat(lines.get(6)).matches("  │ +[⡇⢸]");
    }

    @Test
    void a_table_has_a_curve_for_each_column_of_numbers_labelled_by_its_index() {
        Index days = new Index(NdArray.ofObjects(List.of("mon", "tue", "wed")), "day");
        bench.session.network.answers(
                "get",
                DataFrame.of(
                        days,
                        List.of(
                                NdArray.ofLongs(1, 2, 3),
                                NdArray.ofObjects(List.of("x", "y", "z")),
                                NdArray.ofDoubles(0.5, Double.NaN, 1e300)),
                        new Index(NdArray.ofObjects(List.of("a", "text", "b")), null)));
        bench.run("x plugin_a get | plot");

        assertThat(bench.screen.data())
                .contains("a  3 values\n3 ┤")
                .contains("b  3 values\n1e+300 ┤")
                .doesNotContain("text")
                .containsPattern("  mon +wed\n");
    }

    @Test
    void missing_numbers_leave_a_gap_and_equal_ones_a_line() {
        bench.run("x plugin_a do_thing v:=[1,null,1] | jq .v | plot");

        assertThat(bench.screen.data()).contains("1 ┤");
    }

    @Test
    void of_many_columns_only_some_are_drawn() {
        List<String> names = IntStream.range(0, 12).mapToObj(i -> "c" + i).toList();
        bench.session.network.answers(
                "get",
                DataFrame.of(
                        new Index(new RangeLabels(0, 1, 2), null),
                        names.stream()
                                .<Column>map(name -> NdArray.ofLongs(1, 2))
                                .toList(),
                        new Index(NdArray.ofObjects(names), null)));
        bench.run("x plugin_a get | plot");

        assertThat(bench.screen.data())
                .contains("c7  2")
                .doesNotContain("c8  2")
                .contains("… 4 more columns of numbers");
    }

    @Test
    void what_has_no_numbers_is_an_error_with_a_remedy() {
        assertThat(bench.run("x plugin_a do_thing s=text | plot")).isEqualTo(2);
        assertThat(bench.screen.messages())
                .contains("there are no numbers to plot")
                .contains("| jq '[.[].KEY]' | plot");
    }

    @Test
    void in_a_pipe_a_plot_is_text_of_a_usual_width() {
        ShellBench pipe = ShellBench.pipe();
        pipe.run("x plugin_a do_thing v:=[0,1] | jq .v | plot");

        assertThat(pipe.screen.data().lines()).hasSize(13).allMatch(line -> line.length() <= 80);
    }
}
