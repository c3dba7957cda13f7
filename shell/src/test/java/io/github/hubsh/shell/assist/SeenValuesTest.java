package io.github.hubsh.shell.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.SeenForm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tab, the suggestion, the hint, {@code describe} and its template after a peer has sent a pickled Series. */
final class SeenValuesTest {
    private static final String LINE = "x plugin_a set_states ";
    private static final String VALUE = "series({\"electrode043\":1})";

    private final ShellBench bench = ShellBench.pipe();

    SeenValuesTest() {
        Series states =
                Series.of(new Index(NdArray.ofObjects(List.of("electrode043")), null), NdArray.ofLongs(1), null);
        know(List.of(states));
    }

    private void know(List<Object> values) {
        KnownArgument argument = new KnownArgument(
                "states",
                KnowledgeOrigin.SEEN,
                false,
                ArgumentSchema.ofTypes(List.of("Series")),
                values,
                new SeenForm("object", List.of("pickle")));
        bench.session.known.put(
                "set_states",
                new KnownCommand("set_states", KnowledgeOrigin.SEEN, "", false, true, List.of(argument), List.of()));
    }

    @Test
    void what_is_offered_is_a_series() {
        assertThat(offered(LINE + "st")).containsExactly("states:=");
        assertThat(offered(LINE + "states:=")).containsExactly(VALUE);
        assertThat(offered(LINE + "states=")).isEmpty();
        assertThat(LineSuggestion.of(LINE, List.of(), bench.session.memory())).isEqualTo("states:=" + VALUE);
        assertThat(LineSuggestion.of(LINE + "states:", List.of(), bench.session.memory()))
                .isEqualTo("=" + VALUE);
        assertThat(Hints.at(LINE + "states", LINE.length() + 6, bench.session.memory())
                        .pieces()
                        .toString())
                .contains("Series · last " + VALUE);
    }

    @Test
    void describe_shows_it_as_it_is_typed() {
        bench.run("describe plugin_a set_states | jq '.[0] | [.type, .seen, .carried_by]'");
        bench.run("describe plugin_a set_states --template");

        assertThat(bench.screen.data())
                .isEqualTo("[\"Series\",\"series({\\\"electrode043\\\":1})\",\"pickle\"]\n"
                        + "execute plugin_a set_states states:=" + VALUE + "\n");
    }

    @Test
    void where_the_value_was_too_long_to_keep_an_empty_series_stands() {
        know(List.of());
        bench.run("describe plugin_a set_states --template");

        assertThat(bench.screen.data()).isEqualTo("execute plugin_a set_states states:=series([])\n");
    }

    private List<String> offered(String line) {
        return Completer.complete(line, line.length(), bench.session.memory()).candidates().stream()
                .map(Candidate::value)
                .toList();
    }
}
