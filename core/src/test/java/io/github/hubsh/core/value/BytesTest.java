package io.github.hubsh.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Python's bytes as a value: compared, ordered and shown by what they hold. */
final class BytesTest {
    /** The orders are those of Python: {@code bytes.fromhex("7f") < bytes.fromhex("80")}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''     | ''     |  0
            00     | 00     |  0
            00ff10 | 00ff10 |  0
            ''     | 00     | -1
            00     | ''     |  1
            7f     | 80     | -1
            ff     | 01     |  1
            01ff   | 02     | -1
            01     | 0100   | -1
            0101   | 0100   |  1
            """)
    void they_are_ordered_by_unsigned_bytes_and_then_by_length(String one, String other, int order) {
        assertThat(Integer.signum(bytes(one).compareTo(bytes(other)))).isEqualTo(order);
        assertThat(bytes(one).equals(bytes(other))).isEqualTo(order == 0);
        assertThat(bytes(one).hashCode() == bytes(other).hashCode()).isEqualTo(order == 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''       | 0 | ''  | Bytes[0: ]
            00       | 1 | ␀   | Bytes[1: 00]
            68756221 | 4 | hub!| Bytes[4: 68756221]
            e9ff     | 2 | éÿ  | Bytes[2: e9ff]
            """)
    void they_are_shown_as_digits_and_as_latin_1(String hex, int size, String latin1, String shown) {
        Bytes bytes = bytes(hex);
        assertThat(bytes.size()).isEqualTo(size);
        assertThat(bytes.toLatin1()).isEqualTo(latin1.replace('␀', '\0'));
        assertThat(bytes).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({"31, ''", "32, ''", "33, …", "1000, …"})
    void of_long_ones_the_beginning_is_shown(int size, String end) {
        String hex = "ab".repeat(Math.min(size, 32));
        assertThat(bytes("ab".repeat(size))).hasToString("Bytes[" + size + ": " + hex + end + "]");
    }

    @Test
    void another_type_is_never_equal() {
        assertThat(bytes("01").equals((Object) new byte[] {1})).isFalse();
        assertThat(bytes("").equals((Object) "")).isFalse();
    }

    @Test
    void a_bytearray_is_the_same_and_says_that_it_is_one() {
        Bytes bytes = bytes("0102");
        Bytes array = bytes.asBytearray();
        assertThat(bytes.isBytearray()).isFalse();
        assertThat(array.isBytearray()).isTrue();
        assertThat(array).isEqualTo(bytes).hasSameHashCodeAs(bytes).isEqualByComparingTo(bytes);
        assertThat(array.toArray()).containsExactly(1, 2);
    }

    @Test
    void they_are_fit_to_be_keys() {
        Bytes key = bytes("01");
        Map<Bytes, String> dict = new HashMap<>(Map.of(key, "one", bytes("02"), "two"));
        assertThat(dict.get(key)).isEqualTo("one");
        assertThat(dict.get(bytes("02"))).isEqualTo("two");
        assertThat(dict.get(bytes("03"))).isNull();
        List<Bytes> sorted = new ArrayList<>(List.of(bytes("ff"), bytes(""), bytes("0a"), bytes("0102")));
        Collections.sort(sorted);
        assertThat(sorted).containsExactly(bytes(""), bytes("0102"), bytes("0a"), bytes("ff"));
    }

    @Test
    void nothing_that_goes_in_or_comes_out_changes_them() {
        byte[] given = {1, 2};
        Bytes bytes = Bytes.of(given);
        given[0] = 9;
        bytes.toArray()[1] = 9;
        ByteBuffer view = bytes.buffer();
        assertThat(view.isReadOnly()).isTrue();
        assertThat(view.get()).isEqualTo((byte) 1);
        assertThat(bytes.buffer().remaining()).isEqualTo(2);
        assertThat(bytes.toArray()).containsExactly(1, 2);
    }

    @Test
    void those_that_wrap_an_array_take_no_copy_of_it() {
        byte[] made = {1, 2};
        Bytes bytes = Bytes.wrapping(made);
        made[0] = 3;
        assertThat(bytes).isEqualTo(bytes("0302"));
        assertThat(bytes.isBytearray()).isFalse();
    }

    private static Bytes bytes(String hex) {
        return Bytes.of(HexFormat.of().parseHex(hex));
    }
}
