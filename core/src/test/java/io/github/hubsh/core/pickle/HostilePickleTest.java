package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pickles made to exhaust: each ends in an error that names the opcode and where it stands. */
final class HostilePickleTest {
    /** Columns: the pickle with escapes, what the error says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                             | pickle at byte 0: it ends without STOP
            .                              | pickle at byte 0, STOP: the stack is empty
            ~                              | pickle at byte 0: 0x7e is not an opcode
            \\x80\\x06N.                   | pickle at byte 0, PROTO: protocol 6 is not known; 0 to 5 are
            \\x80                          | pickle at byte 0, PROTO: needs 1 bytes, 0 are left
            X\\xff\\xff\\xff\\xffab.       | pickle at byte 0, BINUNICODE: needs 4294967295 bytes, 3 are left
            T\\xff\\xff\\xff\\xffab.       | BINSTRING: needs 18446744073709551615 bytes, 3 are left
            \\x8d\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xffab. | BINUNICODE8: needs 18446744073709551615 bytes
            \\x8b\\xff\\xff\\xff\\x7f.     | LONG4: needs 2147483647 bytes, 1 are left
            \\x95\\xff\\xff\\xff\\x7f\\x00\\x00\\x00\\x00N. | FRAME: needs 2147483647 bytes, 2 are left
            Nr\\xff\\xff\\xff\\xff.        | pickle at byte 1, LONG_BINPUT: memo entry 4294967295; the limit is
            h\\x05.                        | BINGET: memo entry 5 does not exist
            g99999999999999\\n.            | GET: not a memo entry
            Na.                            | pickle at byte 1, APPEND: the stack is empty
            NNa.                           | pickle at byte 2, APPEND: cannot append to None
            t.                             | TUPLE: there is no mark
            (0t.                           | TUPLE: there is no mark
            }(Nu.                          | SETITEMS: a key without a value
            }]Ns.                          | SETITEM: a list cannot be a key
            }}Ns.                          | SETITEM: a dict cannot be a key
            NNR.                           | REDUCE: arguments must be a tuple, not None
            N)R.                           | REDUCE: None cannot be called
            NNb.                           | BUILD: None has no state
            NN\\x93.                       | STACK_GLOBAL: a name must be text
            \\x82\\x01.                    | EXT1: extension codes
            \\x97.                         | NEXT_BUFFER: buffers out of band
            I12x\\n.                       | INT: not an int: '12x'
            F1d\\n.                        | FLOAT: not a float: '1d'
            F1e\\n.                        | FLOAT: not a float: '1e'
            S'a\\n.                        | STRING: a str without its quotes
            Sa\\n.                         | STRING: a str without its quotes
            I5.                            | INT: needs a line, no line feed is left
            X\\x01\\x00\\x00\\x00\\xff.    | BINUNICODE: text that is not UTF-8
            """)
    void malformed_pickles_are_refused_with_their_place(String escaped, String message) throws ContentException {
        byte[] pickle = Escapes.string(("\"" + escaped + "\"").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> PickleReader.read(pickle))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void ten_megabytes_of_marks_end_at_the_budget() {
        refused("(".repeat(10 << 20), "MARK: more than 2000000 values");
        refused("]".repeat(10 << 20), "EMPTY_LIST: more than 2000000 values");
        refused("N" + "2".repeat(10 << 20), "DUP: more than 2000000 values");
    }

    @Test
    void ints_of_millions_of_digits_are_not_computed() {
        refused("I" + "9".repeat(2 << 20) + "\n.", "an int of 2097152 digits; the limit is 10000");
        refused("L" + "9".repeat(2 << 20) + "L\n.", "an int of 2097152 digits; the limit is 10000");
        refused("\u008b\0\0\u0010\0" + "x".repeat(1 << 20) + ".", "an int of 1048576 bytes; the limit is 10000 digits");
    }

    @Test
    void nesting_is_bounded() {
        refused("]".repeat(600) + "a".repeat(599) + ".", "containers more than 500 deep");
        refused(")" + "\u0085".repeat(600) + ".", "containers more than 500 deep");
    }

    @Test
    void doubling_costs_its_text_and_is_shown_up_to_a_limit() throws ContentException {
        StringBuilder doubling = new StringBuilder("]");
        doubling.append("q\0]h\0ah\0a".repeat(100));
        Object value = PickleReader.read(latin1(doubling + "."));

        assertThat(Json.write(value)).contains("<too large>").hasSizeLessThan(40 << 20);
        assertThatThrownBy(() -> Json.writeForPeers(value)).hasMessageContaining("too large");
        assertThat(PickleWriter.write(value)).hasSizeLessThan(2000);
    }

    @Test
    void a_key_that_doubles_is_too_expensive() {
        refused("}(K\1" + "q\0h\0\u0086".repeat(60) + "Nu.", "SETITEMS: keys are too expensive to compare");
        refused("}(K\1" + "\u0085".repeat(200) + "Nu.", "SETITEMS: a key more than 100 deep");
    }

    @Test
    void keys_with_one_hash_are_too_expensive() {
        StringBuilder keys = new StringBuilder("}(");
        for (int i = 0; i < 30_000; i++) {
            // (i, 31 * (60000 - i)) have one hash, as lists count it: 31 * i + j
            int j = 31 * (60_000 - i);
            keys.append("J").append(int32(i)).append("J").append(int32(j)).append("\u0086N");
        }
        refused(keys + "u.", "SETITEMS: keys are too expensive to compare");
    }

    @Test
    void one_long_text_is_not_copied_a_thousand_times() {
        String text = "X" + int32(1 << 20) + "x".repeat(1 << 20);
        String copies = "c_codecs\nencode\nq\1" + text + "q\0" + "h\1h\0X" + int32(6) + "latin1\u0086R0";
        refused(copies + ("h\1h\0X" + int32(6) + "latin1\u0086R0").repeat(100), "REDUCE: more than");
    }

    @Test
    void names_are_bounded() {
        refused("c" + "m".repeat(2000) + "\nx\n.", "GLOBAL: a name of more than 1000 characters");
    }

    @Test
    void a_value_that_contains_itself_is_read_and_shown() throws ContentException {
        assertThat(Json.write(PickleReader.read(latin1("]q\0h\0a.")))).isEqualTo("[\"<cycle>\"]");
        assertThat(Json.write(PickleReader.read(latin1("}q\0K\1h\0s.")))).isEqualTo("{\"1\":\"<cycle>\"}");
        assertThat(Json.write(PickleReader.read(latin1("cm\nC\n)Rq\0h\0b."))))
                .isEqualTo("{\"__class__\":\"m.C\",\"state\":\"<cycle>\"}");
        assertThat(Json.write(PickleReader.read(latin1("cm\nC\n)Rq\0h\0Ns."))))
                .isEqualTo("{\"__class__\":\"m.C\",\"entries\":{\"\\\"<cycle>\\\"\":null}}");
        assertThat(Json.write(PickleReader.read(latin1("(]q\0h\0atq\1h\0h\1a0."))))
                .isEqualTo("[[\"<cycle>\",\"<cycle>\"]]");
    }

    @Test
    void what_contains_itself_is_not_written() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThatThrownBy(() -> PickleWriter.write(list)).hasMessage("a container that contains itself");
        assertThatThrownBy(() -> Json.writeForPeers(list)).hasMessageContaining("cycle");
    }

    private static void refused(String pickle, String message) {
        assertThatThrownBy(() -> PickleReader.read(latin1(pickle)))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining(message);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String int32(int value) {
        return new String(
                new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)},
                StandardCharsets.ISO_8859_1);
    }
}
