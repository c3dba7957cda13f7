package io.github.hubsh.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How objects of classes that are not known here are shown. */
final class OpaqueFieldsTest {
    private static final String FRACTION = "fractions.Fraction";
    private static final String DECIMAL = "decimal.Decimal";

    /** The object, the text that is its whole value, and the one that Python's str() makes. */
    static Stream<Arguments> texts() {
        Opaque subclass = Opaque.subclassOf("text", "m.Name");
        Opaque withState = Opaque.subclassOf("text", "m.Name");
        withState.setState(Map.of("a", 1L));
        Opaque withNothing = Opaque.subclassOf(7L, "m.Count");
        withNothing.setState(Map.of());
        return Stream.of(
                Arguments.of(object(FRACTION, "1/3"), "1/3", "1/3"),
                Arguments.of(object(FRACTION, 1L, 3L), "1/3", "1/3"),
                Arguments.of(object(FRACTION, -4L, 1L), "-4", "-4"),
                Arguments.of(object(FRACTION, "1", 3L), null, null),
                Arguments.of(object(FRACTION, 1L), null, null),
                Arguments.of(object(FRACTION, 1L, 2L, 3L), null, null),
                Arguments.of(object(DECIMAL, "NaN"), "NaN", "NaN"),
                Arguments.of(object(DECIMAL, 1L, 2L), null, null),
                Arguments.of(object(DECIMAL), null, null),
                Arguments.of(object("m.Decimal", "NaN"), null, null),
                Arguments.of(subclass, null, "text"),
                Arguments.of(withNothing, null, "7"),
                Arguments.of(withState, null, null),
                Arguments.of(object("m.SomeError", "boom"), null, "boom"),
                Arguments.of(object("m.SomeException", "boom", 5L), null, "boom, 5"),
                Arguments.of(object("m.SomeWarning"), null, ""),
                Arguments.of(object("builtins.KeyboardInterrupt"), null, ""),
                Arguments.of(object("builtins.SystemExit", 3L), null, "3"),
                Arguments.of(object("builtins.StopIteration", 1.5), null, "1.5"),
                Arguments.of(object("m.SystemExit", 3L), null, null),
                Arguments.of(object("m.SomeError", "boom", List.of()), null, null),
                Arguments.of(object("m.SomeError", (Object) null), null, null),
                Arguments.of(object("builtins.complex", 1L, 2L), null, null),
                Arguments.of(object("builtins.complex", 1.0, 2L), null, null),
                Arguments.of(object("builtins.complex", 1.0), null, null));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_stands_for_an_object_where_it_is_all_of_it(
            Opaque object, @Nullable String whole, @Nullable String plain) {
        assertThat(OpaqueFields.asText(object)).isEqualTo(whole);
        assertThat(OpaqueFields.plainText(object)).isEqualTo(plain);
    }

    /** As CPython 3 prints them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.0         | -2.0           | (1-2j)
            0.5         | 2.25           | (0.5+2.25j)
            1.0         | -0.0           | (1-0j)
            0.0         | 2.0            | 2j
            0.0         | -2.0           | -2j
            0.0         | 0.0            | 0j
            -0.0        | 2.0            | (-0+2j)
            1.5         | NaN            | (1.5+nanj)
            0.0         | -Infinity      | -infj
            Infinity    | 0.0            | (inf+0j)
            100000000.0 | 12345678.5     | (100000000+12345678.5j)
            1e15        | 123456789012.0 | (1000000000000000+123456789012j)
            1e16        | 1.5e300        | (1e+16+1.5e+300j)
            0.0001      | 0.00001        | (0.0001+1e-05j)
            -0.00025    | -1.5e-7        | (-0.00025-1.5e-07j)
            """)
    void a_complex_number_is_written_as_python_does(double real, double imaginary, String text) {
        assertThat(OpaqueFields.plainText(object("builtins.complex", real, imaginary)))
                .isEqualTo(text);
    }

    @Test
    void the_fields_are_the_class_and_all_that_is_known() {
        assertThat(shown(object("m.C"))).isEqualTo("{__class__=m.C}");
        assertThat(shown(object("m.C", 1L, "x"))).isEqualTo("{__class__=m.C, args=[1, x]}");
        assertThat(shown(object("m.CError"))).isEqualTo("{__class__=m.CError, args=[]}");
        assertThat(shown(new Opaque("m.C", List.of(), 7L, List.of("i"), Map.of("k", "v"))))
                .isEqualTo("{__class__=m.C, items=[i], entries={k=v}, state=7}");
    }

    @Test
    void attributes_stand_beside_the_class_unless_they_hide_a_field() {
        assertThat(shown(state(Map.of("a", 1L)))).isEqualTo("{__class__=m.C, a=1}");
        assertThat(shown(state(Map.of()))).isEqualTo("{__class__=m.C}");
        assertThat(shown(state(Collections.singletonMap("a", null)))).isEqualTo("{__class__=m.C, a=null}");
        assertThat(shown(state(Map.of("__class__", 1L)))).isEqualTo("{__class__=m.C, state={__class__=1}}");
        assertThat(shown(state(Map.of(1L, 2L)))).isEqualTo("{__class__=m.C, state={1=2}}");
        assertThat(shown(state(Tuple.of(1L)))).isEqualTo("{__class__=m.C, state=[1]}");
        Opaque called = object("m.C", 5L);
        called.setState(new LinkedHashMap<>(Map.of("args", 1L)));
        assertThat(shown(called)).isEqualTo("{__class__=m.C, args=[5], state={args=1}}");
        assertThat(shown(state(Map.of("args", 1L)))).isEqualTo("{__class__=m.C, args=1}");
    }

    private static Opaque object(String className, @Nullable Object... arguments) {
        return new Opaque(className, new ArrayList<>(Arrays.asList(arguments)));
    }

    private static Opaque state(Object state) {
        Opaque object = object("m.C");
        object.setState(state);
        return object;
    }

    private static String shown(Opaque object) {
        return OpaqueFields.of(object).toString();
    }
}
