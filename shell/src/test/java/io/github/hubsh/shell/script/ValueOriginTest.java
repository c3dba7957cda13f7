package io.github.hubsh.shell.script;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.BoundedList;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PandasTime;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.word.JsonInput;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a value was before a script saw it, and what becomes of it when the script gives it back. */
final class ValueOriginTest {
    private static final Opaque ENUM = Opaque.subclassOf(5L, "lab.Mode");

    /** Columns: a value as it is typed, and whether JavaScript lacks it, or loses a type directly in it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                        | false
            {"a":1,"b":"x","c":true}  | false
            {"a":1.5}                 | false
            {"a":2.0}                 | true
            {"a":int8(5)}             | true
            {"a":{"b":2.0}}           | false
            {37:"a"}                  | true
            []                        | false
            [1,null,1.5]              | false
            [2.0]                     | true
            [bool(true)]              | true
            [[2.0]]                   | false
            tuple(1)                  | true
            set(1)                    | true
            array([1],"uint8")        | true
            series([1])               | true
            decimal("1.50")           | true
            bytes("AQL/")             | false
            """)
    void javascript_has_no_notion_of_some_values(String typed, boolean isForeign) throws JsonInput.WrongJson {
        assertThat(ValueOrigin.isForeign(requireNonNull(value(typed)))).isEqualTo(isForeign);
    }

    @Test
    void what_cannot_be_typed_is_foreign_too_but_bytes_are_not() {
        assertThat(ValueOrigin.isForeign(new NamedDict("collections.OrderedDict", null, Map.of())))
                .isTrue();
        assertThat(ValueOrigin.isForeign(new BoundedList(List.of(1L), 3L))).isTrue();
        assertThat(ValueOrigin.isForeign(Bytes.of((byte) 1).asBytearray())).isTrue();
        assertThat(ValueOrigin.isForeign(new byte[] {1})).isFalse();
        assertThat(ValueOrigin.isForeign(List.of(Double.NaN, Double.MIN_VALUE))).isFalse();
        assertThat(ValueOrigin.isForeign(List.of(Double.POSITIVE_INFINITY))).isTrue();
    }

    /** Columns: a value as it is typed, and what a script sees in its place; the same where it sees no plain value. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            int8(5)                        | 5
            float32(1.5)                   | 1.5
            bool(true)                     | true
            decimal("1.50")                | same
            "a"                            | same
            [int8(5)]                      | same
            """)
    void a_number_of_numpy_is_a_number(String typed, String seen) throws JsonInput.WrongJson {
        Object value = value(typed);
        Object plain = ValueOrigin.plain(value);

        assertThat(ValueOrigin.isSeenPlain(value)).isEqualTo(!seen.equals("same"));
        if (seen.equals("same")) {
            assertThat(plain).isSameAs(value);
        } else {
            assertThat(Json.writeTyped(plain)).isEqualTo(seen);
        }
    }

    @Test
    void a_subclass_of_a_plain_type_is_that_type_unless_a_pickle_holds_the_object_itself() {
        Opaque object = new Opaque("lab.Probe", List.of(1L));

        assertThat(ValueOrigin.plain(ENUM)).isEqualTo(5L);
        assertThat(ValueOrigin.plain(object)).isSameAs(object);
        assertThat(ValueOrigin.plain(null)).isNull();
        assertThat(ValueOrigin.isSeenPlain(null)).isFalse();
    }

    @Test
    void a_missing_value_of_pandas_is_null_and_a_moment_of_pandas_is_no_number() {
        PythonScalar missing = new PythonScalar(null, new Global("pandas._libs.missing.NA"));
        PandasTime moment = new PandasTime(LocalDateTime.parse("2026-01-31T15:04:05"));

        assertThat(ValueOrigin.plain(missing)).isNull();
        assertThat(ValueOrigin.isSeenPlain(missing)).isTrue();
        assertThat(ValueOrigin.plain(moment)).isSameAs(moment);
    }

    @Test
    void what_no_pickle_can_hold_has_no_origin() {
        Opaque made = new Opaque("lab.Probe", List.of(1L));
        made.setMaker(Opaque.Maker.OTHER);

        assertThat(ValueOrigin.of(made)).isNull();
        assertThat(ValueOrigin.of(new Global("lab.probe"))).isNull();
        assertThat(ValueOrigin.of(List.of(1L))).isNotNull();
    }

    /** Columns: what came, as it is typed; what a script gives back; and what is sent then, as it is typed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            tuple(1,2)                    | [1,2]                       | tuple(1,2)
            tuple(1,2)                    | [1,3]                       | [1,3]
            tuple(1,2)                    | [1]                         | [1]
            tuple(1,2)                    | {"0":1,"1":2}               | {"0":1,"1":2}
            set(1,"a")                    | [1,"a"]                     | set(1,"a")
            decimal("1.50")               | "1.50"                      | decimal("1.50")
            decimal("1.50")               | "1.5"                       | "1.5"
            decimal("1.50")               | null                        | null
            [2.0]                         | [2]                         | [2.0]
            [2.0]                         | [3]                         | [3]
            [2.0]                         | ["2.0"]                     | ["2.0"]
            [int8(5)]                     | [5]                         | [int8(5)]
            [int8(5)]                     | [5.5]                       | [5.5]
            [9007199254740993,2.0]        | [9007199254740993,2]        | [9007199254740993,2.0]
            [9007199254740993,2.0]        | [9007199254740992,2]        | [9007199254740992,2]
            {37:1}                        | {"37":1}                    | {37:1}
            {37:1}                        | {"37":2}                    | {37:2}
            {37:1,38:2}                   | {"38":2}                    | {38:2}
            {37:tuple(1),38:2}            | {"37":[1],"38":3}           | {37:tuple(1),38:3}
            {37:1}                        | {"37":1,"b":3}              | {37:1,"b":3}
            {"a":2.0,"b":2.0}             | {"a":2,"c":2}               | {"a":2.0,"c":2}
            {37:1}                        | [1]                         | [1]
            """)
    void what_a_script_does_not_change_is_what_it_was(String came, String now, String sent)
            throws JsonInput.WrongJson, ContentException {
        Object restored = ValueOrigin.restored(origin(value(came)), Json.parse(now));

        assertThat(Json.writeTyped(restored)).isEqualTo(Json.writeTyped(value(sent)));
    }

    @Test
    void bytes_that_a_script_changes_stay_a_bytearray() {
        Bytes came = Bytes.of((byte) 1).asBytearray();

        Object restored = ValueOrigin.restored(origin(came), Bytes.of((byte) 2));

        assertThat(restored).isEqualTo(Bytes.of((byte) 2).asBytearray());
        assertThat(((Bytes) requireNonNull(restored)).isBytearray()).isTrue();
    }

    @Test
    void a_dict_of_a_class_keeps_it_when_a_script_changes_a_part() {
        NamedDict came = new NamedDict("collections.defaultdict", new Global("builtins.list"), Map.of("a", 1L));

        NamedDict restored = (NamedDict) requireNonNull(ValueOrigin.restored(origin(came), Map.of("a", 2L)));

        assertThat(restored.className()).isEqualTo("collections.defaultdict");
        assertThat(restored.factory()).isEqualTo(new Global("builtins.list"));
        assertThat(restored).isEqualTo(Map.of("a", 2L));
    }

    @Test
    void a_table_that_a_script_changes_is_a_table_of_its_shape() throws JsonInput.WrongJson, ContentException {
        Object came = value("series([1,2],index=[\"a\",\"b\"])");
        Object shape = ScriptText.read(ScriptWriter.plain(came));

        assertThat(ValueOrigin.isTable(came)).isTrue();
        assertThat(ValueOrigin.isTable(value("frame({\"x\":[1]})"))).isTrue();
        assertThat(ValueOrigin.isTable(value("[1]"))).isFalse();
        assertThat(ValueOrigin.isTable(ValueOrigin.restored(origin(came), shape)))
                .isTrue();
        Object changed = Json.parse(Json.write(shape).replace("2", "3"));
        assertThat(Json.writeTyped(ValueOrigin.restored(origin(came), changed)))
                .isEqualTo(Json.writeTyped(value("series([1,3],index=[\"a\",\"b\"])")));
    }

    @Test
    void a_forged_origin_is_none() {
        for (String forged : Arrays.asList("", "no pickle", "gASVCwAAAAAAAAA=")) {
            assertThat(ValueOrigin.restored(forged, List.of(1L))).isEqualTo(List.of(1L));
        }
    }

    @Test
    void whole_numbers_are_the_same_only_where_they_are_equal() {
        BigInteger large = BigInteger.TWO.pow(70);

        assertThat(ValueOrigin.restored(origin(Arrays.asList(large, 2.0)), Arrays.asList(large, 2L)))
                .isEqualTo(Arrays.asList(large, 2.0));
        assertThat(ValueOrigin.restored(
                        origin(Arrays.asList(large, 2.0)), Arrays.asList(large.add(BigInteger.ONE), 2L)))
                .isEqualTo(Arrays.asList(large.add(BigInteger.ONE), 2L));
    }

    private static String origin(@Nullable Object value) {
        return requireNonNull(ValueOrigin.of(requireNonNull(value)));
    }

    private static @Nullable Object value(String typed) throws JsonInput.WrongJson {
        return JsonInput.operands(typed, TypedFunctions.all(), List.of())
                .positional()
                .get(0);
    }
}
