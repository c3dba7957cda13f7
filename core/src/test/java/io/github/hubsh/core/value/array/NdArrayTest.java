package io.github.hubsh.core.value.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Views of packed elements and of objects: which element stands where. */
final class NdArrayTest {
    private static final Dtype BYTE = Dtype.plain('u', 1, false);
    private static final List<Integer> TWO_BY_THREE = List.of(2, 3);

    private final NdArray rows = packed(false, 0, 1, 2, 3, 4, 5);
    private final NdArray columns = packed(true, 0, 1, 2, 3, 4, 5);

    @Test
    void the_last_index_runs_fastest_and_in_fortran_the_first() {
        assertThat(rows).hasToString("[[0, 1, 2], [3, 4, 5]]");
        assertThat(columns).hasToString("[[0, 2, 4], [1, 3, 5]]");
        assertThat(rows.row(1).get(2)).isEqualTo(5L);
        assertThat(columns.row(1).get(0)).isEqualTo(1L);
    }

    @Test
    void an_index_outside_its_dimension_is_refused_even_where_there_are_bytes() {
        assertThatThrownBy(() -> rows.row(0).get(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> rows.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> rows.row(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void a_transposed_array_has_its_dimensions_in_the_opposite_order() {
        assertThat(rows.transposed().shape()).containsExactly(3, 2);
        assertThat(rows.transposed()).hasToString("[[0, 3], [1, 4], [2, 5]]");
        assertThat(rows.transposed().transposed()).isEqualTo(rows);
    }

    @Test
    void bytes_and_values_are_in_row_order_whatever_the_view() {
        assertThat(rows.toBytes()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(columns.toBytes()).containsExactly(0, 2, 4, 1, 3, 5);
        assertThat(columns.flattened()).isEqualTo(List.of(0L, 2L, 4L, 1L, 3L, 5L));
        assertThat(rows.row(1).toBytes()).containsExactly(3, 4, 5);
        assertThat(rows.row(0).toBytes()).containsExactly(0, 1, 2);
        assertThat(NdArray.ofLongs(1).toBytes()).containsExactly(1, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void another_shape_keeps_the_row_order() {
        assertThat(columns.reshaped(List.of(3, 2))).hasToString("[[0, 2], [4, 1], [3, 5]]");
        NdArray objects = NdArray.ofObjects(Dtype.OBJECT, TWO_BY_THREE, true, List.of("a", "b", "c", "d", "e", "f"));
        assertThat(objects.reshaped(List.of(6))).isEqualTo(List.of("a", "c", "e", "b", "d", "f"));
        assertThatThrownBy(() -> rows.reshaped(List.of(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an array of shape (4,) cannot have 6 bytes");
    }

    @Test
    void a_shape_and_what_fills_it_have_to_agree() {
        assertThatThrownBy(() -> NdArray.packed(Dtype.INT64, List.of(2), false, ByteBuffer.allocate(15)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an array of shape (2,) cannot have 15 bytes");
        assertThatThrownBy(() -> NdArray.packed(Dtype.INT64, List.of(), false, ByteBuffer.allocate(8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NdArray.ofObjects(Dtype.OBJECT, TWO_BY_THREE, false, List.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an array of shape (2, 3) cannot have 1 objects");
        assertThatThrownBy(() -> NdArray.ofObjects(Dtype.OBJECT, List.of(), false, List.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_objects_are_held_and_they_have_no_bytes() {
        NdArray objects = NdArray.ofObjects(Arrays.asList("a", null));
        assertThat(objects.dtypeName()).isEqualTo("object");
        assertThat(objects.held()).isEqualTo(objects);
        assertThat(rows.held()).isEmpty();
        assertThatThrownBy(objects::toBytes)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("an array of objects has no bytes");
    }

    @Test
    void what_comes_before_the_buffers_position_is_not_part_of_the_array() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {9, 1, 2, 9}).position(1).limit(3);
        NdArray array = NdArray.packed(BYTE, List.of(2), false, bytes);
        assertThat(array).isEqualTo(List.of(1L, 2L));
        assertThat(array.toBytes()).containsExactly(1, 2);
    }

    @Test
    void an_array_may_stand_within_each_element() {
        Dtype pair = Dtype.subarray(2, new Dtype.Part(BYTE, List.of(2)));
        NdArray array = NdArray.packed(pair, List.of(2), false, ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
        assertThat(array).hasToString("[[1, 2], [3, 4]]");
        assertThat(array.dtypeName()).isEqualTo("('|u1', (2,))");
    }

    @Test
    void doubles_and_longs_make_columns_of_their_types() {
        assertThat(NdArray.ofDoubles(0.5, -1e300)).isEqualTo(List.of(0.5, -1e300));
        assertThat(NdArray.ofDoubles().dtypeName()).isEqualTo("float64");
        assertThat(NdArray.ofLongs(Long.MIN_VALUE, 3)).isEqualTo(List.of(Long.MIN_VALUE, 3L));
        assertThat(NdArray.ofLongs().dtypeName()).isEqualTo("int64");
    }

    private static NdArray packed(boolean fortran, int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return NdArray.packed(BYTE, TWO_BY_THREE, fortran, ByteBuffer.wrap(bytes));
    }
}
