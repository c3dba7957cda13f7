package io.github.hubsh.core.value.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.array.NdArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values under a name: of a list, or of another column. */
final class TypedColumnTest {
    @ParameterizedTest
    @CsvSource({"string", "str", "period[M]", "Sparse[float64, nan]"})
    void it_has_the_name_that_it_was_given(String name) {
        assertThat(new TypedColumn(name, List.of()).dtypeName()).isEqualTo(name);
    }

    @Test
    void values_of_a_list_are_held() {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList("a", null, "c"));
        TypedColumn column = new TypedColumn("string", values);
        assertThat(column).containsExactly("a", null, "c");
        assertThat(column.get(1)).isNull();
        assertThat(column.held()).isEqualTo(values);
        assertThatThrownBy(() -> column.held().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> column.set(0, "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> column.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void of_an_array_of_numbers_nothing_is_held() {
        TypedColumn column = new TypedColumn("period[M]", NdArray.ofLongs(1, 2));
        assertThat(column).containsExactly(1L, 2L);
        assertThat(column.held()).isEmpty();
    }

    @Test
    void of_an_array_of_objects_its_objects_are_held() {
        List<Object> inner = List.of("x");
        TypedColumn column = new TypedColumn("string", NdArray.ofObjects(List.of("a", inner)));
        assertThat(column).containsExactly("a", inner);
        assertThat(new ArrayList<Object>(column.held())).containsExactly("a", inner);
    }

    @Test
    void a_name_upon_a_name_holds_what_the_inner_one_does() {
        TypedColumn inner = new TypedColumn("str", List.of("a"));
        assertThat(new ArrayList<Object>(new TypedColumn("string", inner).held()))
                .containsExactly("a");
    }
}
