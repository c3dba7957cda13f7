package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ToleranceTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "0.348, `0.348`",
                "0.021, `0.021, 3`",
                "4.02e-7, `4.02e-7, 8`",
                "0.0002681280184142557, `2.681e-4, 5`",
                "12.5, `12.5, 0`",
                "-12.5, `-12.5, 0`",
                "997.5, `997.5, -2`",
                "0, `0, 0`",
            })
    void a_hundredth_of_the_number_is_allowed_at_least(double number, String operands) {
        assertThat(Tolerance.operands(number)).isEqualTo(operands);
        int digits = operands.contains(", ") ? Integer.parseInt(operands.substring(operands.indexOf(", ") + 2)) : 2;
        assertThat(Math.pow(10, -digits) / 2).isGreaterThanOrEqualTo(Math.abs(number) / 100);
    }
}
