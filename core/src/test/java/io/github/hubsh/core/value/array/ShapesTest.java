package io.github.hubsh.core.value.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How many elements a shape has, and how far apart they are. */
final class ShapesTest {
    @Test
    void a_shape_has_as_many_elements_as_its_extents_multiply_to() {
        assertThat(Shapes.count(List.of())).isEqualTo(1);
        assertThat(Shapes.count(List.of(3))).isEqualTo(3);
        assertThat(Shapes.count(List.of(2, 3, 4))).isEqualTo(24);
        assertThat(Shapes.count(List.of(Integer.MAX_VALUE, 1))).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void a_shape_that_no_array_has_counts_as_the_largest_number() {
        assertThat(Shapes.count(List.of(-1))).isEqualTo(Long.MAX_VALUE);
        assertThat(Shapes.count(List.of(65_536, 32_768))).isEqualTo(Long.MAX_VALUE);
        assertThat(Shapes.count(List.of(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 3)))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void no_extent_means_no_elements() {
        assertThat(Shapes.count(List.of(5, 0))).isZero();
        assertThat(Shapes.count(List.of(0, 5))).isZero();
    }

    @Test
    void strides_count_elements_from_the_index_that_runs_fastest() {
        assertThat(Shapes.strides(List.of(2, 3, 4), false)).containsExactly(12, 4, 1);
        assertThat(Shapes.strides(List.of(2, 3, 4), true)).containsExactly(1, 2, 6);
        assertThat(Shapes.strides(List.of(2, 0, 4), false)).containsExactly(4, 4, 1);
    }

    @Test
    void a_shape_is_written_as_pythons_tuple() {
        assertThat(Shapes.text(List.of())).isEqualTo("()");
        assertThat(Shapes.text(List.of(3))).isEqualTo("(3,)");
        assertThat(Shapes.text(List.of(2, 3))).isEqualTo("(2, 3)");
    }
}
