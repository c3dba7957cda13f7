package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FreshKindTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "id, 7, true",
                "experiment_id, 7, true",
                "experimentId, 7, true",
                "experiment_id, \"run-20261130\", true",
                "electrode_id, \"electrode043\", false",
                "step, 7, false",
                "timestamp, 1700000000, true",
                "start_time, 1700000000.5, true",
                "time, 12, false",
                "valid, 7, false",
                "id, null, false",
                "id, true, false",
            })
    void names_say_what_is_new_each_time(String name, String json, boolean fresh) throws ContentException {
        assertThat(FreshKind.isFresh(name, Json.parse(json), false)).isEqualTo(fresh);
        assertThat(FreshKind.isFresh(name, Json.parse(json), true))
                .as("in a list")
                .isEqualTo(fresh && name.contains("time"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "2026-11-30, `/^\\d{4}-\\d\\d-\\d\\d$/`",
                "2026-11-30T10:00:00+01:00, `/^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d/`",
                "424242aa-0000-4000-8000-000000000001, `/^[0-9a-fA-F-]{36}$/`",
                "0123456789abcdef0123456789abcdef, `/^[0-9a-f]{32}$/`",
                "2026-11, ",
                "decade, ",
            })
    void texts_have_a_pattern(String text, String pattern) {
        assertThat(FreshKind.pattern(text)).isEqualTo(pattern);
    }
}
