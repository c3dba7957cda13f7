package io.github.hubsh.shell.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PickedPartTest {
    private static final UUID ID = new UUID(1, 2);

    @ParameterizedTest
    @ValueSource(strings = {".id", " .id ", ".[\"id\"]", ".run.ids[0]", ".run[\"ids\"][-1]"})
    void a_path_picks_the_value_as_what_it_is(String path) {
        Map<String, Object> value = Map.of("id", ID, "run", Map.of("ids", List.of(ID)));

        assertThat(Objects.requireNonNull(PickedPart.of(path)).in(value)).containsSame(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".", ".[]", ".a?", ".a // 1", ".a | .b", ".a, .b", ".a.b()", ".[1:2]", "length", "", "[0]", "[\"a\"]",
                ".a\\(1)"
            })
    void what_does_more_is_no_path(String expression) {
        assertThat(PickedPart.of(expression)).isNull();
    }

    @Test
    void what_is_missing_null_or_under_keys_that_are_not_all_texts_is_left_to_jq() {
        PickedPart picked = new PickedPart(List.of("a"));

        assertThat(picked.in(Map.of("b", 1))).isEmpty();
        assertThat(picked.in(Map.of("a", ID, 37, 1))).isEmpty();
        assertThat(picked.in("text")).isEmpty();
        assertThat(new PickedPart(List.of(0)).in(Arrays.asList(null, 1))).isEmpty();
        assertThat(new PickedPart(List.of(2)).in(List.of(1))).isEmpty();
    }
}
