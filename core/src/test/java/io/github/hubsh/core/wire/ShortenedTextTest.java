package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShortenedTextTest {
    private static final String LONG = "x".repeat(5000);

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"a\": \"b\", \"c\\\"\": [1, \"\\\\\"]}", "{\"cut off", "{\"a\\", "\"\""})
    void short_text_stays(String json) {
        assertThat(shortened(json)).isEqualTo(json);
    }

    @Test
    void long_strings_are_empty_and_what_follows_stays() {
        assertThat(shortened("{\"data\": \"" + LONG + "\\\"" + LONG + "\", \"b\": \"c\"}"))
                .isEqualTo("{\"data\": \"\", \"b\": \"c\"}");
        assertThat(shortened("{\"data\": \"" + LONG)).isEqualTo("{\"data\": \"");
    }

    @Test
    void many_short_values_are_cut_off() {
        assertThat(shortened("[" + "1,".repeat(1 << 20)).length()).isLessThanOrEqualTo((1 << 20) + 1);
    }

    private static String shortened(String json) {
        return new String(ShortenedText.of(json.getBytes(UTF_8)), UTF_8);
    }
}
