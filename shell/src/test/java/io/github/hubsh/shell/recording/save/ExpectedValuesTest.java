package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.word.JsonInput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of replies, and what a test expects of them the next time. */
final class ExpectedValuesTest {
    private final Set<String> imports = new TreeSet<>();
    private final Requested requested = new Requested();

    /** Columns: a value as it is typed, and what is expected; {@code {"id":7}} and 0.5 were requested. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            None                     | null
            true                     | true
            7                        | 7
            18446744073709551616     | 18446744073709551616n
            1.25                     | expect.closeTo(1.25, 1)
            NaN                      | NaN
            "on"                     | 'on'
            int8(5)                  | 5
            float32(1.25)            | expect.closeTo(1.25, 1)
            []                       | []
            [1,["a"]]                | [1, ['a']]
            tuple(1,2)               | [1, 2]
            set(1)                   | expect.arrayContaining([1])
            {}                       | {}
            {"a":{"b c":1}}          | { a: { 'b c': 1 } }
            {37: 1}                  | { '37': 1 }
            {None: 1}                | { null: 1 }
            bytes("AQL/")            | bytes('AQL/')
            complex("1+2j")          | expect.anything()
            decimal("1.50")          | '1.50'
            "123e4567-e89b-12d3-a456-426614174000" | expect.stringMatching(/^[0-9a-fA-F-]{36}$/)
            uuid("123e4567-e89b-12d3-a456-426614174000") | expect.stringMatching(/^[0-9a-fA-F-]{36}$/)
            "2026-01-31"             | expect.stringMatching(/^\\d{4}-\\d\\d-\\d\\d$/)
            date("2026-01-31")       | expect.stringMatching(/\\d\\d/)
            {"id":8}                 | { id: expect.any(Number) }
            {"id":7}                 | { id: 7 }
            {"id":"run-2026-17"}     | { id: expect.any(String) }
            {"id":"pump"}            | { id: 'pump' }
            [{"id":8}]               | [{ id: 8 }]
            {"volume":0.5}           | { volume: 0.5 }
            {"other":0.5}            | { other: expect.closeTo(0.5) }
            """)
    void no_more_is_expected_than_is_the_same_the_next_time(String typed, String expected) throws Exception {
        requested.add(Map.of("id", 7L, "volume", 0.5), List.of());
        assertThat(expected(value(typed), Set.of())).isEqualTo(expected);
        assertThat(imports).hasSize(expected.startsWith("bytes(") ? 1 : 0);
    }

    /** Columns: a value under {@code a}, which is known to be new each time, and what is expected. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1             | expect.any(Number)
            1.5           | expect.any(Number)
            "x"           | expect.any(String)
            bytes("AQL/") | expect.any(Uint8Array)
            """)
    void what_is_new_each_time_is_expected_by_its_kind(String typed, String expected) throws Exception {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("a", value(typed));
        assertThat(expected(map, Set.of(ValuePath.ROOT.then("a")))).isEqualTo("{ a: " + expected + " }");
    }

    @Test
    void a_secret_may_be_anything() {
        assertThat(expected(new HiddenSecrets.Hidden("key"), Set.of())).isEqualTo("expect.anything()");
    }

    @Test
    void of_long_texts_and_bytes_the_beginning_or_the_kind_is_expected() throws Exception {
        assertThat(expected("x".repeat(120), Set.of())).isEqualTo("'" + "x".repeat(120) + "'");
        assertThat(expected("x".repeat(121), Set.of())).isEqualTo("expect.stringContaining('" + "x".repeat(60) + "')");
        assertThat(expected("x".repeat(59) + "😀".repeat(40), Set.of()))
                .isEqualTo("expect.stringContaining('" + "x".repeat(59) + "')");
        assertThat(expected(value("bytes(\"" + "AQL/".repeat(15) + "\")"), Set.of()))
                .startsWith("bytes('");
        assertThat(expected(value("bytes(\"" + "AQL/".repeat(16) + "\")"), Set.of()))
                .isEqualTo("expect.any(Uint8Array)");
    }

    @Test
    void of_long_lists_the_kind_is_expected() {
        assertThat(expected(Collections.nCopies(12, 1L), Set.of())).startsWith("[1, 1, ");
        assertThat(expected(Collections.nCopies(13, 1L), Set.of())).isEqualTo("expect.arrayOf(expect.any(Number))");
        assertThat(expected(Collections.nCopies(13, "a"), Set.of())).isEqualTo("expect.any(Array)");
    }

    @Test
    void of_objects_with_many_keys_half_are_expected() {
        assertThat(expected(keys(20), Set.of())).startsWith("{ k0: 0, ").endsWith("k19: 19 }");
        assertThat(expected(keys(21), Set.of()))
                .startsWith("expect.objectContaining({ k0: 0, ")
                .endsWith(", k9: 9 })");
    }

    @Test
    void of_deep_values_the_kind_is_expected() {
        Object list = 1L;
        Object map = 1L;
        for (int i = 0; i < 7; i++) {
            list = List.of(list);
            map = Map.of("a", map);
        }
        assertThat(expected(list, Set.of())).isEqualTo("[[[[[[expect.arrayOf(expect.any(Number))]]]]]]");
        assertThat(expected(map, Set.of())).isEqualTo("{ a: ".repeat(6) + "expect.any(Object)" + " }".repeat(6));
    }

    @Test
    void parts_are_bounded_altogether() {
        List<Object> wide = Collections.nCopies(12, Collections.nCopies(12, "a"));
        assertThat(expected(wide, Set.of())).contains("['a', 'a'").endsWith("expect.any(Array)]");
    }

    @Test
    void of_a_table_the_types_are_not_expected() throws Exception {
        assertThat(expected(value("series([1,2])"), Set.of()))
                .contains("values: [1, 2]")
                .doesNotContain("dtype");
        assertThat(expected(value("{\"dtype\":\"x\"}"), Set.of())).isEqualTo("{ dtype: 'x' }");
    }

    private static Map<String, Object> keys(int count) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            keys.put("k" + i, (long) i);
        }
        return keys;
    }

    private String expected(@Nullable Object value, Set<ValuePath> fresh) {
        return new ExpectedValues(requested, fresh, imports)
                .of(value, ValuePath.ROOT)
                .flat();
    }

    private static @Nullable Object value(String typed) throws JsonInput.WrongJson {
        return JsonInput.operands(typed, TypedFunctions.all(), List.of())
                .positional()
                .get(0);
    }
}
