package io.github.hubsh.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.BoundedList;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.NumpyScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which values are the same again after JSON: alone, in a list, and under a key. */
final class ExactJsonTest {
    private static final Opaque POINT = new Opaque("m.Point", List.of(1L));

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(null, true),
                Arguments.of("", true),
                Arguments.of(true, true),
                Arguments.of(1, true),
                Arguments.of(1L, true),
                Arguments.of(BigInteger.TEN.pow(30), true),
                Arguments.of(1.5, true),
                Arguments.of(1.5f, true),
                Arguments.of(Double.NaN, true),
                Arguments.of(List.of(), true),
                Arguments.of(new ArrayList<>(Arrays.asList(1L, null, "a")), true),
                Arguments.of(Map.of(), true),
                Arguments.of(Map.of("a", 1L, "b", List.of(Map.of("c", 2L))), true),
                Arguments.of(Collections.singletonMap("a", null), true),
                Arguments.of(Collections.singletonMap(null, "a"), false),
                Arguments.of(Map.of(1L, "a"), false),
                Arguments.of(Map.of(true, "a"), false),
                Arguments.of(Map.of("a", 1L, 2L, 3L), false),
                Arguments.of(new NamedDict("OrderedDict", null, Map.of("a", 1L)), false),
                Arguments.of(Tuple.of(), false),
                Arguments.of(Tuple.of(1L, 2L), false),
                Arguments.of(new BoundedList(List.of(1L), null), false),
                Arguments.of(NdArray.ofLongs(1, 2), false),
                Arguments.of(Set.of(1L), false),
                Arguments.of(Bytes.of((byte) 1), false),
                Arguments.of(new byte[] {1}, false),
                Arguments.of('a', false),
                Arguments.of((short) 1, false),
                Arguments.of(new BigDecimal("1.50"), false),
                Arguments.of(LocalDate.EPOCH, false),
                Arguments.of(new Global("builtins.len"), false),
                Arguments.of(POINT, false),
                Arguments.of(new NumpyScalar(Dtype.FLOAT64, 1.5), false),
                Arguments.of(new PythonScalar(1L, POINT), false));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_part_that_is_not_exact_makes_the_whole_inexact_however_deep_it_is(@Nullable Object value, boolean exact) {
        assertThat(ExactJson.isExact(value)).isEqualTo(exact);
        assertThat(ExactJson.isExact(Arrays.asList(1L, value))).isEqualTo(exact);
        assertThat(ExactJson.isExact(Collections.singletonMap("k", value))).isEqualTo(exact);
        assertThat(ExactJson.isExact(List.of("a", Map.of("k", Arrays.asList(value, 2L)))))
                .isEqualTo(exact);
    }

    static Stream<Arguments> exactValues() {
        return values().filter(each -> (boolean) each.get()[1]);
    }

    @ParameterizedTest
    @MethodSource("exactValues")
    void an_exact_value_is_the_same_when_it_is_read_again(@Nullable Object value) throws Exception {
        assertThat(Json.parse(Json.writeForPeers(value))).isEqualTo(widened(value));
    }

    @Test
    void a_part_may_be_held_many_times() {
        Map<String, Object> shared = Map.of("a", 1L);
        assertThat(ExactJson.isExact(List.of(shared, shared, Map.of("x", shared))))
                .isTrue();
        Object doubled = shared;
        for (int i = 0; i < 100; i++) {
            doubled = List.of(doubled, doubled);
        }
        assertThat(ExactJson.isExact(doubled)).isTrue();
        assertThat(ExactJson.isExact(List.of(doubled, Tuple.of(doubled)))).isFalse();
    }

    @Test
    void a_list_that_contains_itself_is_not_exact() {
        List<Object> list = new ArrayList<>(List.of(1L));
        list.add(Map.of("list", list));
        assertThat(ExactJson.isExact(list)).isFalse();
        assertThat(ExactJson.isExact(List.of("outside", list))).isFalse();
    }

    @Test
    void a_dict_that_contains_itself_is_not_exact() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", new HashMap<>());
        assertThat(ExactJson.isExact(map)).isTrue();
        map.put("self", List.of(map));
        assertThat(ExactJson.isExact(map)).isFalse();
    }

    /** Java's narrow types are Python's int and float. */
    private static @Nullable Object widened(@Nullable Object value) {
        if (value instanceof Integer whole) {
            return whole.longValue();
        }
        return value instanceof Float real ? real.doubleValue() : value;
    }
}
