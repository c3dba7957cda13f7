package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SizesTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1048576, 1048576",
        "64k, 65536",
        "512m, 536870912",
        "512M, 536870912",
        "512MB, 536870912",
        "512MiB, 536870912",
        "2g, 2147483648"
    })
    void numbers_have_units_of_1024(String text, long bytes) {
        assertThat(Sizes.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "1.5g", "-1m", "1t", "1 m", "1mm", "1ib", "9999999999999"})
    void anything_else_is_no_size(String text) {
        assertThat(Sizes.parse(text)).isZero();
    }

    @Test
    void what_no_number_can_hold_is_no_size() {
        assertThat(Sizes.parse("999999999999g")).isZero();
    }
}
