package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.shell.session.result.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that are small where they come from, and without a budget are as large as one likes on the screen. */
@Timeout(60)
final class HostileValuesTest {
    private static final int MAX_CHARACTERS_ON_SCREEN = 8 << 20;
    private static final int MAX_CHARACTERS_OF_ALL = 200 << 20;

    static Stream<Arguments> values() {
        Object lists = doubled(new ArrayList<>(), value -> List.of(value, value));
        Object dicts = doubled(1L, value -> Map.of("a", value, "b", value));
        return Stream.of(
                value("lists", lists),
                value("dicts", dicts),
                value("tuples", doubled(1L, value -> Tuple.of(value, value))),
                value("texts", doubled("x".repeat(1_000_000), value -> List.of(value, "y", value))),
                value("rows", Collections.nCopies(1000, Map.of("a", lists, "b", dicts))),
                value(
                        "two of the same kind",
                        rows(
                                doubled(new ArrayList<>(), value -> List.of(value, value)),
                                doubled(new ArrayList<>(), value -> List.of(value, value)))),
                value("in a dict", Map.of("lists", lists, "dicts", dicts)),
                value("a long text", Map.of("k", "x".repeat(20_000_000))),
                value("lines of text", "\n".repeat(20_000_000)),
                value("long bytes", List.of(Bytes.wrapping(new byte[20_000_000]))),
                value("many columns", List.of(counted(30_000))),
                value("rows without a common key", keys(5_000)),
                value("many numbers, often", doubled(numbers(), value -> List.of(value, value))),
                value("itself", cycle()));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_screen_of_it_has_an_end(Object value) {
        View view = new View(OutputFormat.AUTO, false, true, 80, false, null);
        assertThat(characters(Renderer.render(Outcome.value(value), view))).isLessThan(MAX_CHARACTERS_ON_SCREEN);
    }

    @Test
    void all_of_it_has_an_end() {
        Object value = Map.of("k", doubled(new ArrayList<>(), each -> List.of(each, each)));
        View view = new View(OutputFormat.AUTO, false, true, 80, false, null);
        List<StyledLine> lines =
                Renderer.render(Outcome.value(value), view.unlimited()).data();

        assertThat(lines.get(lines.size() - 1).text()).isEqualTo("… too large to show all of it");
    }

    @Test
    void a_table_for_programs_has_an_end() {
        Object cell = doubled("x", each -> List.of(each, each));
        Object rows = Collections.nCopies(10_000, Map.of("a", cell, "b", 1L));
        View view = new View(OutputFormat.TABLE, false, false, 80, false, null);

        assertThat(characters(Renderer.render(Outcome.value(rows), view))).isLessThan(MAX_CHARACTERS_OF_ALL);
    }

    private static long characters(Page page) {
        assertThat(page.data()).isNotEmpty();
        return page.data().stream().mapToLong(line -> line.text().length() + 1).sum();
    }

    private static Arguments value(String name, Object value) {
        return Arguments.argumentSet(name, value);
    }

    private static Object doubled(Object first, UnaryOperator<Object> twice) {
        Object value = first;
        for (int i = 0; i < 40; i++) {
            value = twice.apply(value);
        }
        return value;
    }

    private static List<Object> rows(Object... cells) {
        return Stream.of(cells).<Object>map(cell -> Map.of("cell", cell)).toList();
    }

    private static Map<String, Object> counted(int count) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            map.put("k" + i, 1L);
        }
        return map;
    }

    private static List<Object> keys(int count) {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Map.of("k" + i, 1L));
        }
        return rows;
    }

    private static List<Object> numbers() {
        List<Object> numbers = new ArrayList<>();
        for (int i = 0; i < 500_000; i++) {
            numbers.add(i % 7 == 0 ? "x" : (Object) 1L);
        }
        return numbers;
    }

    private static Object cycle() {
        List<@Nullable Object> value = new ArrayList<>();
        value.add("x".repeat(200));
        value.add(value);
        value.add(value);
        return value;
    }
}
