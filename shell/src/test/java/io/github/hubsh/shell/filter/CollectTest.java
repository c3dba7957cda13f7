package io.github.hubsh.shell.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.session.io.CommandAccess;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many results as one. */
final class CollectTest implements Stage, FilterContext {
    private final List<String> events = new ArrayList<>();
    private final Collect collect = new Collect(this, this);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none              | null, end
            1                 | 1, end
            [1]               | [1], end
            null              | null, end
            1 2               | [1,2], end
            null 2            | [null,2], end
            [1] {"a":2} "b"   | [[1],{"a":2},"b"], end
            """)
    void several_results_are_a_list_and_one_stays_what_it_is(String results, String given) throws Exception {
        for (String result : results.split(" ", -1)) {
            if (!result.equals("none")) {
                collect.accept(Outcome.value(Json.parse(result)));
            }
        }
        assertThat(events).isEmpty();

        collect.end();

        assertThat(String.join(", ", events)).isEqualTo(given);
    }

    @Test
    void one_result_keeps_its_form() {
        collect.accept(new Outcome.Text(List.of("a", "b")));
        collect.end();

        assertThat(events).containsExactly("Text", "end");
    }

    @Test
    void results_of_another_form_become_values() {
        collect.accept(new Outcome.Text(List.of("a", "b")));
        collect.accept(Outcome.value(1L));
        collect.end();

        assertThat(events).containsExactly("[\"a\\nb\",1]", "end");
    }

    @Test
    void it_keeps_100000_results() {
        Outcome one = Outcome.value(1L);
        for (int i = 0; i < 100_000; i++) {
            collect.accept(one);
        }

        assertThatThrownBy(() -> collect.accept(one)).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.problem()).isEqualTo(Problem.USAGE);
            assertThat(wrong.text()).isEqualTo("more than 100000 results to keep");
            assertThat(wrong.hint()).isEqualTo("take fewer: | head 1000");
        });
    }

    @Test
    void it_closes_the_stage_behind_it() {
        collect.close();

        assertThat(events).containsExactly("close");
    }

    @Override
    public void accept(Outcome outcome) {
        events.add(
                outcome instanceof Outcome.Value value
                        ? Json.write(value.value())
                        : outcome.getClass().getSimpleName());
    }

    @Override
    public void end() {
        events.add("end");
    }

    @Override
    public void close() {
        events.add("close");
    }

    @Override
    public @Nullable Object value(Outcome outcome) {
        return outcome instanceof Outcome.Text text
                ? String.join("\n", text.lines())
                : ((Outcome.Value) outcome).value();
    }

    @Override
    public String text(Outcome outcome) {
        throw new IllegalStateException("no text is needed");
    }

    @Override
    public List<Outcome> run(List<Word> statement, @Nullable Object result) {
        throw new IllegalStateException("nothing is run");
    }

    @Override
    public CommandAccess commands() {
        throw new IllegalStateException("no command is run");
    }

    @Override
    public void output(String line) {
        throw new IllegalStateException("nothing is shown");
    }

    @Override
    public void message(String line) {
        throw new IllegalStateException("nothing is said");
    }

    @Override
    public int width() {
        return 80;
    }

    @Override
    public Map<String, @Nullable Object> variables() {
        return Map.of();
    }
}
