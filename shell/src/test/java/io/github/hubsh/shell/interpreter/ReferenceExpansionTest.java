package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.session.memory.Variables;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** References to the values that they have when a statement runs. */
final class ReferenceExpansionTest {
    private final ShellBench bench = ShellBench.pipe();
    private final Variables variables = bench.session.memory().variables();

    @BeforeEach
    void keep() {
        variables.put("name", "pump");
        variables.put("count", 5L);
        variables.put("none", null);
        variables.put("list", Arrays.asList("a", "b", List.of(1L, 2L)));
        variables.put("map", Map.of("x", Map.of("y", "deep"), 2L, "two", "deep", 1L));
        variables.put("mode", new Opaque("pump.Mode", List.of("auto")));
        variables.addResult("first");
        variables.addResult("second");
    }

    @ParameterizedTest
    @CsvSource({
        "$name, pump",
        "$count, 5",
        "$none, null",
        "a$name, apump",
        "$list[0], a",
        "$list[-2], b",
        "$list[2], '[1,2]'",
        "$list[2][1], 2",
        "$map.x.y, deep",
        "$map.x, '{\"y\":\"deep\"}'",
        "$map[2], two",
        "$mode.args[0], auto",
        "$mode.__class__, pump.Mode",
        "$_, second",
        "$_1, first",
    })
    void a_reference_gives_its_value_as_text(String reference, String text) {
        assertThat(expanded("ping " + reference).arguments().operand(0)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "$list[3],    there is no '3' in $list, 6",
        "$list[-4],   there is no '-4' in $list, 6",
        "$list.x,     there is no 'x' in $list, 6",
        "$map.x.z,    there is no 'z' in $map.x, 7",
        "$map.x.map,  there is no 'map' in $map.x, 7",
        "$name.x,     there is no 'x' in $name, 6",
        "$_7,         there is no result $_7, 0",
        "$unheard,    there is no variable $unheard, 0",
    })
    void what_is_not_there_is_named_and_pointed_at(String reference, String message, int offset) {
        assertThatThrownBy(() -> expanded("ping " + reference))
                .isInstanceOfSatisfying(
                        ShellException.class,
                        error -> assertThat(error.place())
                                .isNotNull()
                                .extracting(place -> place.offset())
                                .isEqualTo("ping ".length() + offset))
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b=x$map.2", "a=$map.37", "a=\"$map.37 x\"", "a=$list.0", "a=$map[\"37\"]"})
    void a_number_behind_a_container_is_no_text(String word) {
        assertThatThrownBy(() -> expanded("x p c " + word))
                .isInstanceOfSatisfying(
                        ShellException.class, error -> assertThat(error.hint()).contains("[" + number(word) + "]"))
                .hasMessage("expected .NAME or [NUMBER], without quotes");
    }

    private static String number(String word) {
        return word.replaceAll("[^0-9]", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "$map".37     | {"x":{"y":"deep"}}.37
        $count.5      | 5.5
        $name.37      | pump.37
        """)
    void text_behind_quotes_or_a_scalar_is_text(String word, String text) {
        variables.put("map", Map.of("x", Map.of("y", "deep")));
        assertThat(expanded("ping " + word).arguments().operand(0)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "$nam,     name",
        "$zzzzzzz, let and NAME = … make variables",
        "$_7,      the last 100 are kept",
        "$name.x,  '\"$name\".x'",
        "$map.deap, did you mean 'deep'?",
    })
    void an_error_says_what_to_type_instead(String reference, String hint) {
        assertThatThrownBy(() -> expanded("ping " + reference))
                .isInstanceOfSatisfying(
                        ShellException.class, error -> assertThat(error.hint()).contains(hint));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        [$id]           | [00000000-0000-0001-0000-000000000002]
        {"a":$id}       | {a=00000000-0000-0001-0000-000000000002}
        {"a": $id , "b":[$id]} | {a=00000000-0000-0001-0000-000000000002, b=[00000000-0000-0001-0000-000000000002]}
        {$id:1}         | {00000000-0000-0001-0000-000000000002=1}
        tuple($id,1)    | [00000000-0000-0001-0000-000000000002, 1]
        set($id)        | [00000000-0000-0001-0000-000000000002]
        series([$id])   | [00000000-0000-0001-0000-000000000002]
        uuid($id)       | 00000000-0000-0001-0000-000000000002
        [uuid($id)]     | [00000000-0000-0001-0000-000000000002]
        """)
    void a_reference_that_is_a_whole_element_of_a_literal_is_its_value(String literal, String shown) {
        UUID id = new UUID(1, 2);
        variables.put("id", id);

        Object value =
                expanded("x p c v:=" + literal).arguments().items().get(0).value();

        assertThat(value instanceof Series series ? series.values() : value).hasToString(shown);
        assertThat(parts(value)).contains(id);
    }

    private static List<Object> parts(@Nullable Object value) {
        List<Object> parts = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                parts.addAll(parts(key));
                parts.addAll(parts(each));
            });
        } else if (value instanceof Series series) {
            parts.addAll(series.values());
        } else if (value instanceof Collection<?> items) {
            items.forEach(each -> parts.addAll(parts(each)));
        } else if (value != null) {
            parts.add(value);
        }
        return parts;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        '["run-'$name'"]' | [run-pump]
        '["'$id'"]'       | [00000000-0000-0001-0000-000000000002]
        [-$count]         | [-5]
        [$count.5]        | [5.5]
        """)
    void a_reference_within_a_text_of_a_literal_is_text(String literal, String shown) {
        variables.put("id", new UUID(1, 2));

        Object value =
                expanded("x p c v:=" + literal).arguments().items().get(0).value();

        assertThat(value).hasToString(shown);
        assertThat(parts(value)).doesNotHaveAnyElementsOfTypes(UUID.class);
    }

    @Test
    void a_container_is_no_key_of_a_literal() {
        assertThatThrownBy(() -> expanded("x p c v:={$list:1}"))
                .isInstanceOfSatisfying(
                        ShellException.class,
                        error -> assertThat(error.place())
                                .isNotNull()
                                .extracting(place -> place.offset())
                                .isEqualTo("x p c v:={".length()))
                .hasMessage("expected a key that Python can hash, such as a text or a number");
    }

    @Test
    void a_statement_without_references_stays_the_same() {
        Statement plain = LineParser.parse("ping hub").get(0);
        Statement piped = LineParser.parse("ping hub | count").get(0);
        assertThat(ReferenceExpansion.of(plain, bench.session)).isSameAs(plain);
        assertThat(ReferenceExpansion.of(piped, bench.session)).isSameAs(piped);
    }

    @Test
    void a_command_without_a_plugin_is_for_the_focused_one() {
        assertThatThrownBy(() -> expanded(".work"))
                .isInstanceOf(ShellException.class)
                .hasMessage("expected a focused plugin before .command");
        bench.session.memory().context().setFocus("pump");
        Statement statement = expanded(".work");
        assertThat(statement.arguments().operand(0)).isEqualTo("pump");
        assertThat(statement.arguments().operand(1)).isEqualTo("work");
    }

    private Statement expanded(String line) {
        return ReferenceExpansion.of(LineParser.parse(line).get(0), bench.session);
    }
}
