package io.github.hubsh.core.value.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.NdArray;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Labels of more than one level, and values that are one of a few: both are kept as codes. */
final class LevelsTest {
    private static final Index LETTERS = new Index(NdArray.ofObjects(List.of("a", "b")), "letter");
    private static final Index NUMBERS = new Index(NdArray.ofLongs(10, 20), null);

    @Test
    void a_label_is_a_tuple_of_one_value_a_level() {
        Levels levels = new Levels(List.of(LETTERS, NUMBERS), List.of(NdArray.ofLongs(1, 0), NdArray.ofLongs(0, 1)));
        assertThat(levels).isEqualTo(List.of(Tuple.of("b", 10L), Tuple.of("a", 20L)));
        assertThat(levels.names()).isEqualTo(Arrays.asList("letter", null));
        assertThat(levels.held()).isEqualTo(List.of(LETTERS, NUMBERS));
        assertThat(levels.dtypeName()).isEqualTo("object");
    }

    @Test
    void a_code_that_is_none_of_the_labels_stands_for_a_missing_one() {
        Levels levels = new Levels(List.of(LETTERS), List.of(NdArray.ofLongs(-1, 2, 1)));
        assertThat(levels).isEqualTo(List.of(Tuple.of((Object) null), Tuple.of((Object) null), Tuple.of("b")));
        Categorical categories = new Categorical(NdArray.ofDoubles(0.0), LETTERS, true);
        assertThat(categories.get(0)).isNull();
    }

    @Test
    void each_level_needs_as_many_codes() {
        assertRefused(List.of(), List.of());
        assertRefused(List.of(LETTERS, NUMBERS), List.of(NdArray.ofLongs(0)));
        assertRefused(List.of(LETTERS, NUMBERS), List.of(NdArray.ofLongs(0), NdArray.ofLongs(0, 1)));
        assertRefused(List.of(LETTERS), List.of(NdArray.ofLongs(0, 1).reshaped(List.of(2, 1))));
    }

    @Test
    void values_out_of_a_short_list_are_read_by_their_codes() {
        Categorical categories = new Categorical(NdArray.ofLongs(1, -1, 0), LETTERS, false);
        assertThat(categories).isEqualTo(Arrays.asList("b", null, "a"));
        assertThat(categories.held()).isEqualTo(List.of("a", "b"));
        assertThat(categories.dtypeName()).isEqualTo("category");
    }

    @Test
    void an_index_has_the_type_of_its_labels() {
        assertThat(NUMBERS).isEqualTo(List.of(10L, 20L));
        assertThat(NUMBERS.dtypeName()).isEqualTo("int64");
        assertThat(NUMBERS.held()).isEmpty();
        assertThat(LETTERS.dtypeName()).isEqualTo("object");
        assertThat(LETTERS.held()).isEqualTo(List.of("a", "b"));
    }

    private static void assertRefused(List<Index> levels, List<NdArray> codes) {
        assertThatThrownBy(() -> new Levels(levels, codes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("each level needs as many codes");
    }
}
