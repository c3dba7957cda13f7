package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.recording.compare.Difference;
import io.github.hubsh.shell.recording.compare.IgnoredPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PathPatternTest {
    /** The path is a list of its steps in JSON. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ". | [] | true",
                ". | [\"a\"] | true",
                ".time | [\"time\"] | true",
                ".time | [\"time\", \"zone\"] | true",
                ".time | [\"other\"] | false",
                ".time | [] | false",
                ".time | [\"rows\", \"time\"] | false",
                "..time | [\"rows\", 3, \"time\"] | true",
                "..time | [\"time\"] | true",
                "..time | [\"rows\", 3] | false",
                ".rows[].id | [\"rows\", 7, \"id\"] | true",
                ".rows[].id | [\"rows\", 7, \"name\"] | false",
                ".rows[0].id | [\"rows\", 7, \"id\"] | false",
                ".rows[0] | [\"rows\", 0, \"id\"] | true",
                "[].current | [\"e43\", \"current\"] | true",
                ".rows[*] | [\"rows\", \"x\"] | true",
                ".*_id | [\"experiment_id\"] | true",
                ".*_id | [\"id\"] | false",
                ".?d | [\"id\"] | true",
                ".\"Time (s)\" | [\"Time (s)\"] | true",
                "[\"Time (s)\"] | [\"Time (s)\"] | true",
                ".\"a*\" | [\"ab\"] | false",
                ".rows[].\"Time (s)\" | [\"rows\", 1, \"Time (s)\"] | true",
                "..rows[] | [\"a\", \"rows\", 1, \"x\"] | true",
                ".Time (s) | [\"Time (s)\"] | true",
            })
    void a_pattern_fits_paths(String pattern, String steps, boolean fits) throws ContentException {
        assertThat(PathPattern.parse(pattern).fits(path(steps))).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "time", ".a.", "[", ".a[", ".a[\"x]", ".\"x", "..", ".a]b\"", ".[1"})
    void what_is_no_path_is_an_error(String text) {
        assertThatThrownBy(() -> PathPattern.parse(text)).isInstanceOf(ContentException.class);
    }

    @Test
    void the_path_of_a_difference_is_a_pattern_that_fits_it() throws ContentException {
        for (String steps : List.of("[]", "[\"a\",\"Time (s)\",3]", "[0]", "[\"a.b\",\"[\\\"]\"]")) {
            ValuePath path = path(steps);
            String text = new Difference(path, Difference.Kind.CHANGED, 1L, 2L).where();
            assertThat(PathPattern.parse(text).fits(path)).as(text).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".x | true",
                "pump:.x | true",
                "set_rate:.x | true",
                "pump.set_rate:.x | true",
                "pu*:.x | true",
                "lamp:.x | false",
                "pump.stop:.x | false",
                "lamp:.x, .a:b | false",
                "lamp:.x,.x | true",
                "'.\",:\",pump:.x' | true",
            })
    void a_path_may_be_for_some_replies_only(String text, boolean ignored) throws ContentException {
        RecordedExchange exchange = new Exchanges(
                        new FakeRecording()
                                .exchange("pump", "set_rate", Map.of(), 1L, Payload.JSON)
                                .reader(),
                        all -> true)
                .next();
        RecordedMessage request = Objects.requireNonNull(exchange).request();
        ValuePath path = ValuePath.ROOT.then("x");

        assertThat(IgnoredPath.parseAll(text).stream()
                        .anyMatch(each -> each.isFor(request) && each.path().fits(path)))
                .isEqualTo(ignored);
    }

    private static ValuePath path(String json) throws ContentException {
        ValuePath path = ValuePath.ROOT;
        for (Object step : (List<?>) Objects.requireNonNull(Json.parse(json))) {
            path = path.then(step instanceof Long number ? number.intValue() : step);
        }
        return path;
    }
}
