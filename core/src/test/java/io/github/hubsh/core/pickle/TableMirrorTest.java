package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.json.PandasJson;
import io.github.hubsh.core.testkit.PythonRun;
import io.github.hubsh.core.testkit.Requires;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A real pandas writes one value of every kind and many random ones, gets ours back, and says whether they are equal.
 */
final class TableMirrorTest {
    @BeforeAll
    static void needsPandas() {
        Requires.pandas();
    }

    @Test
    void what_pandas_writes_at_any_protocol_comes_back_to_it_as_it_was() throws Exception {
        List<String> offered = PythonRun.of("table_mirror.py", List.of(), "offer");
        List<String> answers = new ArrayList<>();
        Map<String, String> shown = new HashMap<>();
        for (String line : offered) {
            String[] fields = line.split(" ", -1);
            Object value = PickleReader.read(Base64.getDecoder().decode(fields[2]));
            answers.add(fields[0] + " " + Base64.getEncoder().encodeToString(PickleWriter.write(value)));

            String json = Json.write(value);
            assertThat(shown.merge(fields[0], json, (first, second) -> first))
                    .as("%s at protocol %s", fields[0], fields[1])
                    .isEqualTo(json);
        }

        assertThat(offered).hasSizeGreaterThan(1000);
        assertThat(PythonRun.of("table_mirror.py", answers, "judge")).containsExactly("judged " + offered.size());
    }

    @Test
    void what_the_reference_writes_as_json_is_the_same_table_and_the_same_json() throws Exception {
        List<String> offered = PythonRun.of("table_mirror.py", List.of(), "shapes");
        List<String> answers = new ArrayList<>();
        for (String line : offered) {
            String name = line.substring(0, line.indexOf(' '));
            String json = line.substring(name.length() + 1);
            Object table = PandasJson.decode(json);

            assertThat(Json.parse(PandasJson.encode(table))).as(name).isEqualTo(Json.parse(json));
            answers.add(name + " " + Base64.getEncoder().encodeToString(PickleWriter.write(table)));
        }

        assertThat(offered).hasSize(10);
        assertThat(PythonRun.of("table_mirror.py", answers, "judge")).containsExactly("judged " + offered.size());
    }
}
