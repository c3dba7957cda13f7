package io.github.hubsh.core.value.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The labels of Python's {@code range}. */
final class RangeLabelsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 10, 1, 10",
        "0, 10, 3, 4",
        "0, 9, 3, 3",
        "10, 0, -3, 4",
        "9, 0, -3, 3",
        "5, 5, 1, 0",
        "5, 4, 1, 0",
        "4, 5, -1, 0",
        "0, 2147483647, 1, 2147483647",
        "0, 2147483648, 1, 9223372036854775807",
        "0, 5, 0, 9223372036854775807",
        "-9223372036854775808, 9223372036854775807, 1, 9223372036854775807",
        "0, -9223372036854775808, -9223372036854775808, 1",
    })
    void a_range_has_as_many_labels_as_in_python(long start, long stop, long step, long count) {
        assertThat(RangeLabels.count(start, stop, step)).isEqualTo(count);
    }

    @Test
    void labels_are_at_equal_distances() {
        RangeLabels labels = new RangeLabels(10, -3, 4);
        assertThat(labels).isEqualTo(List.of(10L, 7L, 4L, 1L));
        assertThat(labels.dtypeName()).isEqualTo("int64");
        assertThatThrownBy(() -> labels.get(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> labels.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
