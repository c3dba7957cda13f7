package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1          | 1
            9          | 9
            10         | 10
            007        | 7
            999999999  | 999999999
            1000000000 | 0
            0000000001 | 0
            0          | 0
            ``         | 0
            ` 1`       | 0
            1a         | 0
            1/         | 0
            1:         | 0
            -1         | 0
            +1         | 0
            1.0        | 0
            ١          | 0
            """)
    void a_count_has_up_to_nine_digits_and_anything_else_is_0(String text, int count) {
        assertThat(Counts.parse(text)).isEqualTo(count);
    }
}
