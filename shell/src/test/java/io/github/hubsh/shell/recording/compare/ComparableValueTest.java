package io.github.hubsh.shell.recording.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ComparableValueTest {
    private static final UUID ID = UUID.fromString("4f2a7c3e-9b1d-4c55-8a0e-3d6f1b2c4e5f");

    static Stream<Arguments> equal() {
        return Stream.of(
                Arguments.of(1L, 1.0),
                Arguments.of(1L, true),
                Arguments.of(0.0, false),
                Arguments.of(-0.0, 0.0),
                Arguments.of(10L, new BigDecimal("1E+1")),
                Arguments.of(BigInteger.TWO.pow(70), Math.pow(2, 70)),
                Arguments.of(Double.NaN, Double.NaN),
                Arguments.of(List.of(1L, 2.0), Tuple.of(1.0, 2L)),
                Arguments.of(map("a", 1L, "b", 2L), map("b", 2.0, "a", 1.0)),
                Arguments.of(Map.of(1L, "x"), Map.of(1.0, "x")),
                Arguments.of(Set.of(1L, 2L), Set.of(2.0, 1.0)),
                Arguments.of(Bytes.of((byte) 1), Bytes.of((byte) 1).asBytearray()),
                Arguments.of(null, null));
    }

    static Stream<Arguments> different() {
        return Stream.of(
                Arguments.of(1L, 1.1),
                Arguments.of(1L, "1"),
                Arguments.of(null, 0L),
                Arguments.of(null, ""),
                Arguments.of(List.of(1L, 2L), List.of(2L, 1L)),
                Arguments.of(Map.of(), List.of()),
                Arguments.of(map("a", null), Map.of()),
                Arguments.of(ID, ID.toString()),
                Arguments.of("NaN", Double.NaN),
                Arguments.of(BigInteger.TWO.pow(70), BigInteger.TWO.pow(70).add(BigInteger.ONE)));
    }

    @ParameterizedTest
    @MethodSource("equal")
    void what_python_calls_equal_is_equal(Object a, Object b) {
        assertThat(ComparableValue.of(a)).isEqualTo(ComparableValue.of(b)).hasSameHashCodeAs(ComparableValue.of(b));
    }

    @ParameterizedTest
    @MethodSource("different")
    void what_python_calls_different_is_different(Object a, Object b) {
        assertThat(ComparableValue.of(a)).isNotEqualTo(ComparableValue.of(b));
    }

    @Test
    void a_value_that_contains_itself_or_a_billion_parts_ends() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);
        Object laughs = List.of("ha");
        for (int i = 0; i < 12; i++) {
            Object[] ten = new Object[10];
            Arrays.fill(ten, laughs);
            laughs = List.of(ten);
        }

        assertThat(ComparableValue.of(loop)).isInstanceOf(List.class);
        assertThat(ComparableValue.of(laughs)).isInstanceOf(List.class);
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
