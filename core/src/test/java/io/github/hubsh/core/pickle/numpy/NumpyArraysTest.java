package io.github.hubsh.core.pickle.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.NdArray;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays out of a type, a shape and data, which have to fit together. */
final class NumpyArraysTest {
    private final Meter meter = new Meter(PickleBudget.DEFAULT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            i1 | 3       | C | 010203       | [1, 2, 3]
            i1 | 2 3     | C | 010203040506 | [[1, 2, 3], [4, 5, 6]]
            i1 | 2 3     | F | 010203040506 | [[1, 3, 5], [2, 4, 6]]
            i2 | 2       | C | 0100ff7f     | [1, 32767]
            i1 | ''      | C | 07           | [7]
            i1 | 0       | C | ''           | []
            i1 | 2 0     | C | ''           | [[], []]
            S0 | 2       | C | ''           | [Bytes[0: ], Bytes[0: ]]
            i1 | 3       | C | 0102         | -
            i1 | 3       | C | 01020304     | -
            i2 | 3       | C | 010203       | -
            i1 | -1      | C | ''           | -
            x9 | 3       | C | 010203       | -
            i1 | 65536 65536 | C | ''       | -
            i1 | 2147483647 2147483647 2147483647 | C | '' | -
            """)
    void bytes_fill_a_shape(String dtype, String shape, char order, String hex, @Nullable String shown)
            throws ContentException {
        Bytes data = Bytes.of(HexFormat.of().parseHex(hex));
        NdArray array = NumpyArrays.array(dtype(dtype), shape(shape), order == 'F', data, meter);
        assertThat(array == null ? null : array.toString()).isEqualTo(shown);
    }

    @Test
    void what_is_no_type_or_shape_or_data_makes_no_array() throws ContentException {
        Bytes data = Bytes.of((byte) 1);
        assertThat(NumpyArrays.array("i1", shape("1"), false, data, meter)).isNull();
        assertThat(NumpyArrays.array(dtype("i1"), "1", false, data, meter)).isNull();
        assertThat(NumpyArrays.array(dtype("i1"), shape("1"), false, null, meter))
                .isNull();
        assertThat(NumpyArrays.array(dtype("i1"), shape("1"), false, List.of(1L), meter))
                .isNull();
        assertThat(NumpyArrays.array(dtype("O"), shape("1"), false, data, meter))
                .isNull();
        assertThat(NumpyArrays.array(dtype("O"), shape("1"), false, List.of(), meter))
                .isNull();
    }

    @Test
    void objects_are_a_list() throws ContentException {
        List<@Nullable Object> objects = Arrays.asList("a", null, 1L, 2L);
        assertThat(NumpyArrays.array(dtype("O"), shape("4"), false, objects, meter))
                .hasToString("[a, null, 1, 2]");
        assertThat(NumpyArrays.array(dtype("O"), shape("2 2"), true, objects, meter))
                .hasToString("[[a, 1], [null, 2]]");
    }

    /** A structured element that holds an object is a tuple; fields that it lacks are left out. */
    @Test
    void objects_of_fields_have_their_names() throws ContentException {
        Object dtype = new Opaque(
                "numpy.dtype",
                List.of(Map.of(
                        "names", List.of("a", "b"),
                        "formats", List.of("O", "i1"),
                        "offsets", List.of(0L, 8L),
                        "itemsize", 9L)));
        List<Object> elements = List.of(Tuple.of("x", 1L), Tuple.of("y"), Tuple.of("z", 2L, 3L), "text");
        NdArray array = Objects.requireNonNull(NumpyArrays.array(dtype, shape("4"), false, elements, meter));
        assertThat(array).hasToString("[{a=x, b=1}, {a=y}, {a=z, b=2}, text]");
        Meter poor = new Meter(new PickleBudget(99, 7, 9, 9, 9, 9));
        assertThatThrownBy(() -> NumpyArrays.array(dtype, shape("4"), false, elements, poor))
                .hasMessage("more than 7 values");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            i1 | 10 0
            i1 | 0 10
            S0 | 10
            S0 | 5 2
            """)
    void rows_of_nothing_are_paid_for(String dtype, String shape) {
        Meter poor = new Meter(new PickleBudget(99, 9, 9, 9, 9, 9));
        assertThatThrownBy(() -> NumpyArrays.array(dtype(dtype), shape(shape), false, Bytes.of(), poor))
                .hasMessage("more than 9 values");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            i1 | 3   | C | 010203   | 000100   | [1, null, 3]
            i1 | 2 2 | C | 01020304 | 00010001 | [[1, null], [3, null]]
            i1 | 2 2 | F | 01020304 | 00010001 | [[1, 3], [null, null]]
            i1 | 0   | C | ''       | ''       | []
            i1 | 3   | C | 010203   | 0001     | -
            i1 | 3   | C | 010203   | 00010001 | -
            i1 | 3   | C | 0102     | 000100   | -
            i1 | 3   | C | 010203   | -        | -
            """)
    void a_mask_hides_values(
            String dtype, String shape, char order, String hex, @Nullable String mask, @Nullable String shown)
            throws ContentException {
        Bytes data = Bytes.of(HexFormat.of().parseHex(hex));
        Object hidden = mask == null ? null : Bytes.of(HexFormat.of().parseHex(mask));
        NdArray array = NumpyArrays.masked(dtype(dtype), shape(shape), order == 'F', data, hidden, meter);
        assertThat(array == null ? null : array.toString()).isEqualTo(shown);
    }

    @Test
    void objects_have_no_mask() throws ContentException {
        assertThat(NumpyArrays.masked(dtype("O"), shape("1"), false, List.of("a"), Bytes.of((byte) 0), meter))
                .isNull();
    }

    @Test
    void data_of_python_2_may_be_a_text() {
        assertThat(NumpyArrays.bytes("caf\u00e9"))
                .isEqualTo(ByteBuffer.wrap(new byte[] {'c', 'a', 'f', (byte) 0xC3, (byte) 0xA9}));
        assertThat(NumpyArrays.bytes(Bytes.of((byte) 1))).isEqualTo(ByteBuffer.wrap(new byte[] {1}));
        assertThat(NumpyArrays.bytes(1L)).isNull();
        assertThat(NumpyArrays.bytes(null)).isNull();
    }

    private static Opaque dtype(String code) {
        return new Opaque("numpy.dtype", List.of(code));
    }

    private static Tuple shape(String words) {
        List<@Nullable Object> extents = new ArrayList<>();
        for (String word : words.isEmpty() ? new String[0] : words.split(" ")) {
            extents.add(Long.valueOf(word));
        }
        return Tuple.copyOf(extents);
    }
}
