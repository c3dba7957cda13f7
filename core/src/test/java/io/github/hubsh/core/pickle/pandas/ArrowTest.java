package io.github.hubsh.core.pickle.pandas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts in pyarrow's layout: a bit for each that is there, the end of each, and all their bytes in a row. */
final class ArrowTest {
    private static final String CHUNKED = "pyarrow.lib.chunked_array";
    private static final String CHUNK = "pyarrow.lib._restore_array";
    private static final Opaque STRING = new Opaque("pyarrow.lib.type_for_alias", List.of("string"));

    private final Meter meter = new Meter(PickleBudget.DEFAULT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            string       | 2 | 0 | -    | 0 1 3              | abc    | [a, bc]
            large_string | 2 | 0 | -    | 0 1 3              | abc    | [a, bc]
            string       | 2 | 1 | -    | 0 1 3 6            | abcdef | [bc, def]
            string       | 1 | 1 | -    | 0 1 3 6            | abcdef | [bc]
            large_string | 1 | 2 | -    | 0 1 3 6            | abcdef | [def]
            string       | 3 | 0 | 05   | 0 1 1 2            | ab     | [a, null, b]
            large_string | 3 | 0 | 02   | 0 0 2 2            | ab     | [null, ab, null]
            string       | 2 | 7 | 8000 | 0 0 0 0 0 0 0 0 1 1 | a     | [a, null]
            string       | 2 | 7 | 0001 | 0 0 0 0 0 0 0 0 0 1 | a     | [null, a]
            string       | 8 | 0 | 00   | 9 9 9 9 9 9 9 9 9  | -      | [null, null, null, null, null, null, null, null]
            string       | 1 | 0 | -    | 0 2                | é      | [é]
            string       | 2 | 0 | -    | 0 0 0              | -      | [, ]
            string       | 0 | 0 | -    | -                  | -      | []
            string       | 0 | 5 | -    | 0                  | a      | []
            """)
    void texts_are_cut_at_their_ends(
            String type,
            long length,
            long offset,
            @Nullable String validity,
            @Nullable String ends,
            @Nullable String utf8,
            String texts)
            throws ContentException {
        Opaque chunk = chunk(type, length, offset, validity, ends, utf8);
        for (Opaque array : List.of(chunk, chunked(chunk))) {
            Column column = Objects.requireNonNull(Arrow.column(array, "string", meter));
            assertThat(column).hasToString(texts);
            assertThat(column.dtypeName()).isEqualTo("string");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            int64        | 1                   | 0                   | -  | 0 1       | a
            large_binary | 1                   | 0                   | -  | 0 1       | a
            string       | -1                  | 0                   | -  | 0 1       | a
            string       | 1                   | -1                  | -  | 0 1       | a
            string       | 1                   | 0                   | -  | -         | a
            string       | 1                   | 0                   | -  | 0         | a
            string       | 2                   | 0                   | -  | 0 1       | a
            string       | 1                   | 1                   | -  | 0 1       | a
            large_string | 2                   | 0                   | -  | 0 1       | a
            string       | 9                   | 0                   | ff | 0 0 0 0 0 0 0 0 0 0 | -
            string       | 1                   | 0                   | -  | -1 1      | a
            string       | 1                   | 0                   | -  | 1 0       | a
            string       | 1                   | 0                   | -  | 0 2       | a
            string       | 1                   | 0                   | -  | 0 1       | -
            large_string | 1                   | 0                   | -  | 0 4294967297 | a
            string       | 4294967296          | 0                   | -  | 0 1       | a
            string       | 1                   | 4294967296          | -  | 0 1       | a
            string       | 1                   | 9223372036854775807 | -  | 0 1       | a
            string       | 9223372036854775807 | 1                   | -  | 0 1       | a
            """)
    void buffers_that_do_not_hold_the_texts_are_none(
            String type,
            long length,
            long offset,
            @Nullable String validity,
            @Nullable String ends,
            @Nullable String utf8)
            throws ContentException {
        assertThat(Arrow.column(chunk(type, length, offset, validity, ends, utf8), "string", meter))
                .isNull();
    }

    @Test
    void chunks_follow_each_other() throws ContentException {
        Opaque array = chunked(
                chunk("string", 1, 0, null, "0 1", "a"),
                chunk("string", 0, 0, null, null, null),
                chunk("large_string", 2, 0, "02", "0 0 1", "b"));
        assertThat(Arrow.column(array, "string", meter)).hasToString("[a, null, b]");
        assertThat(Arrow.column(chunked(), "string", meter)).isEmpty();
        Opaque half = chunked(chunk("string", 1, 0, null, "0 1", "a"), chunk("string", 1, 0, null, "0", "b"));
        assertThat(Arrow.column(half, "string", meter)).isNull();
    }

    /** pandas 3 calls its texts {@code str}, and what is missing NaN. */
    @Test
    void a_missing_text_of_str_is_nan() throws ContentException {
        Opaque chunk = chunk("string", 2, 0, "02", "0 0 1", "a");
        Column column = Objects.requireNonNull(Arrow.column(chunk, "str", meter));
        assertThat(column).hasToString("[NaN, a]");
        assertThat(column.dtypeName()).isEqualTo("str");
    }

    @Test
    void buffers_may_be_bytes_or_objects_around_them() throws ContentException {
        Bytes ends = Bytes.of(new byte[] {0, 0, 0, 0, 1, 0, 0, 0});
        Bytes text = Bytes.of((byte) 'a');
        assertThat(Arrow.column(chunk(parts(Arrays.asList(null, ends, text))), "string", meter))
                .hasToString("[a]");
        Opaque nothing = new Opaque("pyarrow.lib.py_buffer", List.of());
        assertThat(Arrow.column(chunk(parts(Arrays.asList(nothing, ends, text))), "string", meter))
                .hasToString("[a]");
        assertThat(Arrow.column(chunk(parts(Arrays.asList(null, nothing, text))), "string", meter))
                .isNull();
    }

    static Stream<Arguments> others() {
        List<@Nullable Object> buffers = Arrays.asList(null, null, null);
        return Stream.of(
                Arguments.of("nothing", null),
                Arguments.of("a list", List.of(1L)),
                Arguments.of("an array of nothing", new Opaque(CHUNKED, List.of())),
                Arguments.of("chunks that are none", new Opaque(CHUNKED, List.of("text"))),
                Arguments.of("a chunk that is none", new Opaque(CHUNKED, List.of(List.of("text")))),
                Arguments.of("a chunk of chunks", chunked(chunked(chunk(parts(buffers))))),
                Arguments.of("another class", new Opaque("m.array", List.of(parts(buffers)))),
                Arguments.of("a chunk of nothing", chunked(new Opaque(CHUNK, List.of()))),
                Arguments.of("a chunk of a text", new Opaque(CHUNK, List.of("text"))),
                Arguments.of("too few parts", chunk(Tuple.of(STRING, 0L, 0L, 0L))),
                Arguments.of("a length that is none", chunk(Tuple.of(STRING, "0", 0L, 0L, buffers))),
                Arguments.of("an offset that is none", chunk(Tuple.of(STRING, 0L, 0L, null, buffers))),
                Arguments.of("buffers that are none", chunk(Tuple.of(STRING, 0L, 0L, 0L, "text"))),
                Arguments.of("two buffers", chunk(parts(Arrays.asList(null, null)))),
                Arguments.of("a type that is a text", chunk(Tuple.of("string", 0L, 0L, 0L, buffers))),
                Arguments.of(
                        "a type of nothing", chunk(Tuple.of(new Opaque("m.type", List.of()), 0L, 0L, 0L, buffers))),
                Arguments.of(
                        "a type of a number", chunk(Tuple.of(new Opaque("m.type", List.of(1L)), 0L, 0L, 0L, buffers))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void what_is_no_array_of_texts_is_none(String what, @Nullable Object array) throws ContentException {
        assertThat(Arrow.column(array, "string", meter)).isNull();
    }

    @Test
    void texts_are_paid_for_by_their_number_and_their_bytes() {
        Opaque three = chunk("string", 3, 0, "00", "0 0 0 0", null);
        Meter fewValues = new Meter(new PickleBudget(9, 2, 9, 9, 9, 9));
        assertThatThrownBy(() -> Arrow.column(three, "string", fewValues)).hasMessage("more than 2 values");
        Opaque twice = chunk("string", 1, 0, null, "0 5", "abcde");
        Meter fewBytes = new Meter(new PickleBudget(9, 9, 9, 9, 9, 9));
        assertThatThrownBy(() -> Arrow.column(chunked(twice, twice), "string", fewBytes))
                .hasMessage("more than 9 bytes copied");
    }

    private static Opaque chunked(Opaque... chunks) {
        return new Opaque(CHUNKED, List.of(List.of(chunks), STRING));
    }

    private static Opaque chunk(Tuple parts) {
        return new Opaque(CHUNK, List.of(parts));
    }

    /** One text. */
    private static Tuple parts(List<@Nullable Object> buffers) {
        return Tuple.of(STRING, 1L, 0L, 0L, buffers, List.of(), null);
    }

    /** @param validity in hexadecimal digits */
    private static Opaque chunk(
            String type,
            long length,
            long offset,
            @Nullable String validity,
            @Nullable String ends,
            @Nullable String utf8) {
        Opaque alias = new Opaque("pyarrow.lib.type_for_alias", List.of(type));
        List<@Nullable Object> buffers = Arrays.asList(
                validity == null ? null : buffer(HexFormat.of().parseHex(validity)),
                ends == null ? null : buffer(ends(ends, type.startsWith("large_"))),
                utf8 == null ? null : buffer(utf8.getBytes(StandardCharsets.UTF_8)));
        return chunk(Tuple.of(alias, length, 0L, offset, buffers, List.of(), null));
    }

    private static Opaque buffer(byte[] bytes) {
        return new Opaque("pyarrow.lib.py_buffer", List.of(Bytes.of(bytes)));
    }

    private static byte[] ends(String numbers, boolean large) {
        String[] ends = numbers.split(" ", -1);
        ByteBuffer bytes = ByteBuffer.allocate(ends.length * (large ? 8 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (String end : ends) {
            if (large) {
                bytes.putLong(Long.parseLong(end));
            } else {
                bytes.putInt(Integer.parseInt(end));
            }
        }
        return bytes.array();
    }
}
