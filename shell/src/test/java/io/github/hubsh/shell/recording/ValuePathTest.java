package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ValuePathTest {
    @Test
    void a_path_is_written_as_it_is_typed() {
        assertThat(ValuePath.ROOT.text()).isEmpty();
        assertThat(ValuePath.ROOT.then("a").then(3).then("Voltage (V)").text()).isEqualTo(".a[3][\"Voltage (V)\"]");
        assertThat(ValuePath.ROOT.then(37L).text()).isEqualTo("[37]");
    }

    @Test
    void a_part_is_found_and_replaced_in_a_copy() {
        Map<String, Object> value = Map.of("a", List.of(1L, Map.of("b", 2L)));
        ValuePath path = ValuePath.ROOT.then("a").then(1).then("b");

        assertThat(path.in(value)).isEqualTo(2L);
        assertThat(path.replaced(value, "new")).isEqualTo(Map.of("a", List.of(1L, Map.of("b", "new"))));
        assertThat(value).isEqualTo(Map.of("a", List.of(1L, Map.of("b", 2L))));
        assertThat(path.in("text")).isNull();
        assertThat(path.replaced("text", "new")).isEqualTo("text");
        assertThat(ValuePath.ROOT.then("a").then(9).in(value)).isNull();
    }
}
