package io.github.hubsh.shell.recording;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts, cut at what differs from run to run. In the table {@code §} is an id. */
final class TextPatternTest {
    private static final String ID = "424242aa-0000-4000-8000-00000000000F";

    /** Columns: a text, what stands between its ids and dates, and these. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            §                               | [, ]                 | [§]
            run §.csv                       | [run , .csv]         | [§]
            §,§                             | [, ,, ]              | [§, §]
            on 2026-11-30                   | [on , ]              | [2026-11-30]
            2026-11-30T10:00                | [, ]                 | [2026-11-30T10:00]
            2026-11-30 10:00:05 done        | [,  done]            | [2026-11-30 10:00:05]
            2026-11-30T10:00:05.123456Z     | [, ]                 | [2026-11-30T10:00:05.123456Z]
            2026-11-30 10:00:05,123 +0100   | [, ]                 | [2026-11-30 10:00:05,123 +0100]
            2026-11-30T10:00:05-01:00       | [, ]                 | [2026-11-30T10:00:05-01:00]
            §_a 2026-11-30: 10:00           | [, _a , : 10:00]     | [§, 2026-11-30]
            """)
    void ids_and_dates_are_cut_out(String text, String rest, String parts) {
        TextPattern pattern = requireNonNull(TextPattern.of(text.replace("§", ID)));
        assertThat(pattern.rest()).hasToString(rest);
        assertThat(pattern.parts()).hasToString(parts.replace("§", ID));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``
            10:00:05
            a§
            §0
            -§
            12026-11-30
            2026-11-301
            2026-1-30
            424242aa-0000-4000-8000-00000000000
            """)
    void a_text_without_any_is_no_pattern(String text) {
        assertThat(TextPattern.of(text.replace("§", ID))).isNull();
    }

    @Test
    void a_text_of_more_than_a_mebibyte_is_not_searched() {
        String most = " ".repeat((1 << 20) - ID.length()) + ID;

        assertThat(TextPattern.of(most)).isNotNull();
        assertThat(TextPattern.of(" " + most)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            §                 | §                 | true
            2026-11-30        | 2024-01-01        | true
            2026-11-30T10:00  | 2024-01-01 11:00Z | true
            §                 | 2024-01-01        | false
            2026-11-30        | §                 | false
            2026-11-30        | 2024-01-01T10:00  | false
            2026-11-30T10:00  | 2024-01-01        | false
            """)
    void ids_dates_and_times_are_three_kinds(String part, String other, boolean alike) {
        assertThat(TextPattern.areAlike(part.replace("§", ID), other.replace("§", ID)))
                .isEqualTo(alike);
    }
}
