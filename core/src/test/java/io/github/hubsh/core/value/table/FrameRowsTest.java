package io.github.hubsh.core.value.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A frame's rows over its columns, and its columns over its rows. */
final class FrameRowsTest {
    private static final Column NUMBERS = NdArray.ofLongs(1, 2);
    private static final Column LETTERS = NdArray.ofObjects(List.of("a", "b"));

    @Test
    void a_row_has_one_value_a_column() {
        FrameRows rows = new FrameRows(List.of(NUMBERS, LETTERS), 2);
        assertThat(rows).isEqualTo(List.of(List.of(1L, "a"), List.of(2L, "b")));
        assertThatThrownBy(() -> rows.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> rows.get(0).get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void without_columns_there_are_still_rows() {
        assertThat(new FrameRows(List.of(), 3)).isEqualTo(List.of(List.of(), List.of(), List.of()));
    }

    @Test
    void every_column_has_a_value_a_row() {
        assertThatThrownBy(() -> new FrameRows(List.of(NUMBERS, NdArray.ofLongs(1)), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("each column needs 2 values");
    }

    @Test
    void a_frame_of_columns_keeps_them_and_has_the_type_and_name_of_its_index() {
        Index index = new Index(new RangeLabels(5, 1, 2), "step");
        DataFrame frame = DataFrame.of(index, List.of(NUMBERS, LETTERS), new Index(LETTERS, null));
        assertThat(frame.data()).containsExactly(NUMBERS, LETTERS);
        assertThat(frame.data().get(0)).isSameAs(NUMBERS);
        assertThat(frame.indexDtype()).isEqualTo("int64");
        assertThat(frame.indexName()).isEqualTo("step");
        assertThat(frame.values().get(1)).isEqualTo(List.of(2L, "b"));
        assertThatThrownBy(() -> DataFrame.of(index, List.of(NUMBERS), new Index(LETTERS, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 columns under 2 names");
    }

    @Test
    void a_frame_of_rows_makes_columns_of_objects_and_what_a_short_row_lacks_is_missing() {
        DataFrame frame = new DataFrame(
                List.of(0L, 1L, 2L),
                List.of(List.of(1L, "a"), List.of(2L), "no row"),
                List.of("n", "s"),
                "int64",
                null);
        assertThat(frame.data())
                .isEqualTo(List.of(Arrays.asList(1L, 2L, null), Arrays.asList("a", null, null)))
                .extracting(Column::dtypeName)
                .containsExactly("object", "object");
    }
}
