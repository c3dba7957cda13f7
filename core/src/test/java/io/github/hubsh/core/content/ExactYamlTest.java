package io.github.hubsh.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.ExactJson;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What JSON and YAML carry unchanged. */
final class ExactYamlTest {
    @Test
    void yaml_keeps_dates_bytes_sets_and_keys() {
        Object[] kept = {1L, "x", LocalDate.EPOCH, Bytes.of(new byte[1]), Set.of(1L), Map.of(1L, List.of("a"))};
        for (Object value : kept) {
            assertThat(ExactYaml.isExact(List.of(value))).as(value.toString()).isTrue();
        }
    }

    @Test
    void yaml_would_change_other_values() {
        Object[] changed = {
            new UUID(1, 2),
            BigDecimal.ONE,
            Duration.ZERO,
            Tuple.of(1L),
            FrozenSet.copyOf(Set.of(1L)),
            List.of(Tuple.of())
        };
        for (Object value : changed) {
            assertThat(ExactYaml.isExact(Map.of("v", value)))
                    .as(value.toString())
                    .isFalse();
        }
    }

    @Test
    void what_contains_itself_is_carried_by_neither() {
        List<Object> list = new ArrayList<>();
        List<Object> twice = List.of(List.of(1L), List.of(1L));
        list.add(list);

        assertThat(ExactYaml.isExact(list)).isFalse();
        assertThat(ExactJson.isExact(list)).isFalse();
        assertThat(ExactJson.isExact(List.of(twice, twice))).isTrue();
    }
}
