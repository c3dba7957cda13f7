package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.BoundedList;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Python's own types and those of collections, where a pickle calls them. */
final class BuiltinTypesTest {
    private final BuiltinTypes types = new BuiltinTypes();

    static Stream<Arguments> made() {
        Map<Object, Object> dict = Map.of("a", 1L);
        List<Object> pairs = List.of(List.of("a", 1L));
        return Stream.of(
                made("builtins.list", List.of()),
                made("builtins.list", List.of(1L, 2L), Tuple.of(1L, 2L)),
                made("builtins.tuple", Tuple.of()),
                made("builtins.tuple", Tuple.of(1L), List.of(1L)),
                made("builtins.set", new LinkedHashSet<>()),
                made("builtins.set", new LinkedHashSet<>(List.of(1L)), List.of(1L, 1L)),
                made("builtins.frozenset", FrozenSet.copyOf(List.of(1L)), List.of(1L, 1L)),
                made("builtins.dict", Map.of()),
                made("builtins.dict", dict, dict),
                made("builtins.dict", dict, pairs),
                made("builtins.dict", Map.of("a", 2L), List.of(Tuple.of("a", 1L), Tuple.of("a", 2L))),
                made("collections.OrderedDict", dict, pairs),
                made("collections.Counter", dict, dict),
                made("collections.deque", List.of()),
                made("collections.deque", List.of(1L), List.of(1L), 5L),
                made("builtins.bytes", Bytes.of()),
                made("builtins.bytes", Bytes.of((byte) 1), Bytes.of((byte) 1)),
                made("builtins.bytes", Bytes.of((byte) 0, (byte) 255), List.of(0L, 255L)),
                made("builtins.bytes", Bytes.of((byte) 0xe9), "\u00e9", "latin1"),
                made("builtins.bytes", Bytes.of((byte) 0xc3, (byte) 0xa9), "\u00e9", "utf-8"),
                made("_codecs.encode", Bytes.of((byte) 0xe9), "\u00e9", "latin-1"),
                made("_codecs.encode", Bytes.of((byte) 0xe9), "\u00e9", "iso8859-1"),
                made("_codecs.encode", Bytes.of((byte) 0xc3, (byte) 0xa9), "\u00e9", "utf8"),
                made("_codecs.encode", Bytes.of((byte) 'a'), "a", "ascii"),
                made("_codecs.encode", Bytes.of((byte) 0xc3, (byte) 0xa9), "\u00e9"),
                made("builtins.getattr", new Global("m.Color.RED"), new Global("m.Color"), "RED"));
    }

    @ParameterizedTest
    @MethodSource("made")
    void a_call_makes_what_python_makes(String name, Object expected, List<Object> arguments) throws ContentException {
        assertThat(call(name, arguments)).isEqualTo(expected);
    }

    static Stream<Arguments> unmade() {
        return Stream.of(
                made("builtins.list", "text", "text"),
                made("builtins.list", "two", List.of(1L), List.of(2L)),
                made("builtins.tuple", "an int", 1L),
                made("builtins.set", "an int", 1L),
                made("builtins.frozenset", "an int", 1L),
                made("builtins.dict", "no pairs", List.of(1L)),
                made("builtins.dict", "a triple", List.of(List.of(1L, 2L, 3L))),
                made("builtins.dict", "two", Map.of(), Map.of()),
                made("collections.Counter", "text", "text"),
                made("collections.deque", "an int", 1L),
                made("collections.defaultdict", "a factory that is no name", "int"),
                made("collections.defaultdict", "more than a factory", new Global("builtins.int"), Map.of()),
                made("builtins.getattr", "one argument", new Global("m.C")),
                made("builtins.getattr", "of a value", "m.C", "x"),
                made("builtins.getattr", "no name", new Global("m.C"), 1L),
                made("builtins.getattr", "too long a name", new Global("m.C"), "x".repeat(997)),
                made("builtins.bytes", "a length", 5L),
                made("builtins.bytes", "too large a number", List.of(256L)),
                made("builtins.bytes", "too small a number", List.of(-1L)),
                made("builtins.bytes", "a number that is none", List.of(1.0)),
                made("builtins.bytes", "bytes in an encoding", Bytes.of((byte) 1), "utf-8"),
                made("_codecs.encode", "not of that encoding", "\u0100", "latin1"),
                made("_codecs.encode", "an encoding that is not known", "a", "rot13"),
                made("_codecs.encode", "an encoding that is no text", "a", 1L),
                made("builtins.bytearray", "a length", 5L));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("unmade")
    void other_arguments_are_not_taken(String name, String what, List<Object> arguments) throws ContentException {
        assertThat(call(name, arguments)).isNull();
    }

    @Test
    void a_list_and_a_dict_are_copies() throws ContentException {
        List<Object> items = new ArrayList<>(List.of(1L));
        Map<Object, Object> entries = new LinkedHashMap<>(Map.of("a", 1L));
        assertThat(call("builtins.list", List.of(items))).isNotSameAs(items);
        assertThat(call("builtins.dict", List.of(entries))).isNotSameAs(entries);
    }

    @Test
    void the_dicts_of_collections_keep_their_names() throws ContentException {
        for (String name : List.of("collections.OrderedDict", "collections.Counter")) {
            NamedDict dict = (NamedDict) call(name, List.of());
            assertThat(dict.className()).isEqualTo(name);
            assertThat(dict.factory()).isNull();
        }
        NamedDict bare = (NamedDict) call("collections.defaultdict", List.of());
        assertThat(bare.factory()).isNull();
        assertThat(((NamedDict) call("collections.defaultdict", Collections.singletonList(null))).factory())
                .isNull();
        Global factory = new Global("builtins.int");
        NamedDict counting = (NamedDict) call("collections.defaultdict", List.of(factory));
        assertThat(counting.className()).isEqualTo("collections.defaultdict");
        assertThat(counting.factory()).isEqualTo(factory);
    }

    @Test
    void a_deque_keeps_its_length() throws ContentException {
        List<Object> items = List.of(1L);
        assertThat(((BoundedList) call("collections.deque", List.of(items, 5L))).maxLength())
                .isEqualTo(5L);
        assertThat(((BoundedList) call("collections.deque", List.of(items))).maxLength())
                .isNull();
        assertThat(((BoundedList) call("collections.deque", Arrays.asList(items, null))).maxLength())
                .isNull();
    }

    @Test
    void a_bytearray_is_one() throws ContentException {
        Bytes bytes = (Bytes) call("builtins.bytearray", List.of(Bytes.of((byte) 1)));
        assertThat(bytes.isBytearray()).isTrue();
        assertThat(bytes.toArray()).containsExactly(1);
        assertThat(((Bytes) call("builtins.bytes", List.of(List.of(1L)))).isBytearray())
                .isFalse();
    }

    @Test
    void every_name_is_answered_for() throws ContentException {
        for (String name : types.names()) {
            Object value = call(name, List.of(new Object()));
            assertThat(value).as(name).isNull();
        }
    }

    @Test
    void a_copy_pays_for_what_it_copies() {
        Meter meter = new Meter(new PickleBudget(10, 10, 10, 10, 10, 10));
        List<Object> eleven = Collections.nCopies(11, 1L);
        assertThatThrownBy(() -> types.call("builtins.list", List.of(eleven), meter))
                .hasMessage("more than 10 values");
        assertThatThrownBy(() -> types.call("builtins.bytes", List.of(eleven), meter))
                .hasMessage("more than 10 bytes copied");
        Map<Object, Object> map = new LinkedHashMap<>();
        for (long i = 0; i < 11; i++) {
            map.put(i, i);
        }
        Meter other = new Meter(new PickleBudget(10, 10, 10, 10, 10, 10));
        assertThatThrownBy(() -> types.call("builtins.dict", List.of(map), other))
                .hasMessage("more than 10 values");
        assertThatThrownBy(() -> types.call("_codecs.encode", List.of("a".repeat(11), "ascii"), other))
                .hasMessage("more than 10 bytes copied");
    }

    @Test
    void what_cannot_be_a_key_is_in_no_set() {
        assertThatThrownBy(() -> call("builtins.set", List.of(List.of(List.of()))))
                .isInstanceOf(ContentException.class)
                .hasMessage("a list cannot be a key");
    }

    private @Nullable Object call(String name, List<?> arguments) throws ContentException {
        return types.call(name, new ArrayList<>(arguments), new Meter(PickleBudget.DEFAULT));
    }

    private static Arguments made(String name, Object expected, Object... arguments) {
        return Arguments.of(name, expected, List.of(arguments));
    }
}
