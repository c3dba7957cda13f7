package io.github.hubsh.shell.recording.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.word.JsonInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs from run to run, as paths to ignore. */
final class LearnedPathsTest {
    private final LearnedPaths learned = new LearnedPaths();

    /** Columns: the steps to the part that differs, as JSON, and the path. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                   | pump.get:.
            ["time"]             | pump.get:.time
            ["rows",2,"id"]      | pump.get:.rows[].id
            [0]                  | pump.get:[]
            ["Time (s)",1]       | pump.get:."Time (s)"[]
            ["a\\"b","_x9"]      | pump.get:."a\\"b"._x9
            ["9a",""]            | pump.get:."9a".""
            """)
    void a_path_is_written_as_ignore_takes_it(String steps, String path) throws Exception {
        learned.add(request("get"), new Difference(path(steps), Difference.Kind.ADDED, null, 1L));

        assertThat(learned.paths()).extracting(LearnedPaths.LearnedPath::text).containsExactly(path);
        assertThat(IgnoredPath.parseAll(path).get(0).path().fits(path(steps))).isTrue();
    }

    @Test
    void a_path_is_learned_once_with_its_first_example() throws Exception {
        Difference first = new Difference(path("[\"rows\",0]"), Difference.Kind.CHANGED, "a", "b");
        learned.add(request("get"), first);
        learned.add(request("get"), new Difference(path("[\"rows\",1]"), Difference.Kind.CHANGED, "c", "d"));
        learned.add(request("stop"), new Difference(path("[\"rows\",1]"), Difference.Kind.CHANGED, "c", "d"));

        assertThat(learned.paths())
                .extracting(LearnedPaths.LearnedPath::text)
                .containsExactly("pump.get:.rows[]", "pump.stop:.rows[]");
        assertThat(learned.paths().get(0).example()).isSameAs(first);
    }

    @Test
    void a_thousand_paths_are_the_most() {
        for (int i = 0; i <= 1_000; i++) {
            learned.add(
                    request("get"), new Difference(ValuePath.ROOT.then("k" + i), Difference.Kind.MISSING, 1L, null));
        }
        assertThat(learned.paths()).hasSize(1_000);
    }

    /** Columns: numbers that were recorded and those now, and the tolerance that takes all of them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                  | []                    | 0
            [100.0]             | [101.0]               | 0.01
            [100.0]             | [103.5]               | 0.04
            [-100.0,1.0]        | [-101.0,1.25]         | 0.13
            [1.0,-100.0]        | [1.25,-101.0]         | 0.13
            [1]                 | [2]                   | 0.5
            [1]                 | [2.01]                | 0
            [0]                 | [true]                | 0
            [1.0]               | ["1.0"]               | 0
            ["a"]               | [1.0]                 | 0
            [uint8(100)]        | [float64(101.0)]      | 0.01
            [decimal("1.0")]    | [decimal("1.25")]     | 0.13
            [1.0]               | [NaN]                 | 0
            [1.0]               | [inf]                 | 0
            [100.0,1.0]         | [101.0,NaN]           | 0
            """)
    void the_deviation_takes_all_numbers_that_differ_or_is_none(String recorded, String now, double deviation)
            throws Exception {
        List<?> before = (List<?>) value(recorded);
        List<?> after = (List<?>) value(now);
        for (int i = 0; i < before.size(); i++) {
            learned.add(
                    request("get"),
                    new Difference(ValuePath.ROOT, Difference.Kind.CHANGED, before.get(i), after.get(i)));
        }
        assertThat(learned.deviation()).isEqualTo(deviation);
    }

    @Test
    void what_is_new_or_gone_has_no_deviation() {
        learned.add(request("get"), new Difference(ValuePath.ROOT, Difference.Kind.ERROR, 1.0, 1.1));

        assertThat(learned.deviation()).isZero();
    }

    private static ValuePath path(String steps) throws JsonInput.WrongJson {
        ValuePath path = ValuePath.ROOT;
        for (Object step : (List<?>) value(steps)) {
            path = path.then(step instanceof Long number ? (Object) number.intValue() : step);
        }
        return path;
    }

    private static Object value(String typed) throws JsonInput.WrongJson {
        return requireNonNull(JsonInput.operands(typed, TypedFunctions.all(), List.of())
                .positional()
                .get(0));
    }

    private static ExecuteRequest request(String command) {
        Header header =
                new Header("m", "s", "2024-01-01T10:00:00Z", "ui", "pump", MessageType.EXECUTE_REQUEST, Header.VERSION);
        return new ExecuteRequest(header, command, Payload.NONE, false, false);
    }
}
