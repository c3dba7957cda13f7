package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** None, booleans, ints and floats of all protocols. */
final class NumberOpcodesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            INT   | 0                      | Long       | 0
            INT   | -5                     | Long       | -5
            INT   | +5                     | Long       | 5
            INT   | ` 7\\r`                | Long       | 7
            INT   | 00                     | Boolean    | false
            INT   | 01                     | Boolean    | true
            INT   | 001                    | Long       | 1
            INT   | 999999999999999999     | Long       | 999999999999999999
            INT   | 9223372036854775807    | Long       | 9223372036854775807
            INT   | -9223372036854775808   | Long       | -9223372036854775808
            INT   | 9223372036854775808    | BigInteger | 9223372036854775808
            LONG  | 5L                     | Long       | 5
            LONG  | 5                      | Long       | 5
            LONG  | 00                     | Long       | 0
            LONG  | 0000000000000000000005 | Long       | 5
            LONG  | -9223372036854775809L  | BigInteger | -9223372036854775809
            FLOAT | 1.5                    | Double     | 1.5
            FLOAT | -1e-7                  | Double     | -1.0E-7
            FLOAT | 1E5                    | Double     | 100000.0
            FLOAT | nan                    | Double     | NaN
            FLOAT | -nan                   | Double     | NaN
            FLOAT | inf                    | Double     | Infinity
            FLOAT | -inf                   | Double     | -Infinity
            """)
    void a_number_is_read_from_a_line(Opcode opcode, String line, String type, String value) throws ContentException {
        Object read = read(opcode, latin1(line.replace("\\r", "\r") + "\nrest"));
        assertThat(read).isNotNull();
        assertThat(read.getClass().getSimpleName()).isEqualTo(type);
        assertThat(read).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
            NONE     | ``                   | -          | null
            NEWTRUE  | ``                   | Boolean    | true
            NEWFALSE | ``                   | Boolean    | false
            BININT   | ffffffff             | Long       | -1
            BININT   | 00000080             | Long       | -2147483648
            BININT1  | ff                   | Long       | 255
            BININT2  | ffff                 | Long       | 65535
            BININT2  | 0100                 | Long       | 1
            LONG1    | 00                   | Long       | 0
            LONG1    | 01ff                 | Long       | -1
            LONG1    | 02ff00               | Long       | 255
            LONG1    | 03010203             | Long       | 197121
            LONG1    | 08ffffffffffffff7f   | Long       | 9223372036854775807
            LONG1    | 09000000000000008000 | BigInteger | 9223372036854775808
            LONG4    | 00000000             | Long       | 0
            LONG4    | 020000000100         | Long       | 1
            BINFLOAT | 3ff8000000000000     | Double     | 1.5
            BINFLOAT | 7ff8000000000000     | Double     | NaN
            """)
    void a_number_is_read_from_bytes(Opcode opcode, String hex, @Nullable String type, String value)
            throws ContentException {
        Object read = read(opcode, HexFormat.of().parseHex(hex + "aa"));
        assertThat(read == null ? null : read.getClass().getSimpleName()).isEqualTo(type);
        assertThat(String.valueOf(read)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            INT   | ``        | not an int: ''
            INT   | -         | not an int: '-'
            INT   | 1.5       | not an int: '1.5'
            INT   | --5       | not an int: '--5'
            INT   | 0x10      | not an int: '0x10'
            INT   | 1_000     | not an int: '1_000'
            INT   | 5L        | not an int: '5L'
            INT   | \u00b2    | not an int: '\u00b2'
            LONG  | L         | not an int: ''
            LONG  | 5LL       | not an int: '5L'
            FLOAT | ``        | not a float: ''
            FLOAT | 1d        | not a float: '1d'
            FLOAT | 0x1p3     | not a float: '0x1p3'
            FLOAT | NaN       | not a float: 'NaN'
            FLOAT | Infinity  | not a float: 'Infinity'
            FLOAT | 1e        | not a float: '1e'
            FLOAT | +-1       | not a float: '+-1'
            """)
    void a_line_that_is_no_number_is_refused(Opcode opcode, String line, String message) {
        refused(opcode, latin1(line + "\n"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            INT      | 35         | needs a line, no line feed is left
            BININT   | 000000     | needs 4 bytes, 3 are left
            BININT1  | ``         | needs 1 bytes, 0 are left
            BININT2  | 00         | needs 2 bytes, 1 are left
            LONG1    | 0200       | needs 2 bytes, 1 are left
            LONG4    | 0500000000 | needs 5 bytes, 1 are left
            LONG4    | ffffffff   | needs 18446744073709551615 bytes, 0 are left
            BINFLOAT | 00         | needs 8 bytes, 1 are left
            """)
    void a_number_that_ends_too_early_is_refused(Opcode opcode, String hex, String message) {
        refused(opcode, HexFormat.of().parseHex(hex), message);
    }

    @Test
    void the_length_of_a_number_is_bounded() throws ContentException {
        String most = "9".repeat(10_000);
        assertThat(read(Opcode.INT, latin1(most + "\n"))).isEqualTo(new BigInteger(most));
        refused(Opcode.INT, latin1(most + "9\n"), "an int of 10001 digits; the limit is 10000");
        refused(Opcode.LONG, latin1(most + "9L\n"), "an int of 10001 digits; the limit is 10000");
        assertThat(read(Opcode.FLOAT, latin1("1".repeat(512) + "\n"))).isEqualTo(Double.POSITIVE_INFINITY);
        refused(Opcode.FLOAT, latin1("1".repeat(513) + "\n"), "not a float: '" + "1".repeat(40) + "…'");
        byte[] long4 = new byte[5000];
        long4[0] = 0x39; // 4153 bytes: more than 10000 digits
        long4[1] = 0x10;
        refused(Opcode.LONG4, long4, "an int of 4153 bytes; the limit is 10000 digits");
        long4[0] = 0x38;
        assertThat(read(Opcode.LONG4, long4)).isEqualTo(0L);
    }

    @ParameterizedTest
    @EnumSource(
            value = Opcode.class,
            names = {"STRING", "LIST", "MARK", "STOP"})
    void another_opcode_is_none_of_these(Opcode opcode) {
        refused(opcode, new byte[9], "not a number");
    }

    private static @Nullable Object read(Opcode opcode, byte[] argument) throws ContentException {
        Meter meter = new Meter(PickleBudget.DEFAULT);
        PickleStack stack = new PickleStack(meter);
        new NumberOpcodes(new PickleInput(argument), stack, meter).run(opcode);
        return stack.pop();
    }

    private static void refused(Opcode opcode, byte[] argument, String message) {
        assertThatThrownBy(() -> read(opcode, argument))
                .isInstanceOf(ContentException.class)
                .hasMessage(message);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
