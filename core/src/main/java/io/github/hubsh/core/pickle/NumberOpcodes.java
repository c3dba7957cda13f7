package io.github.hubsh.core.pickle;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code None}, booleans, ints and floats. */
final class NumberOpcodes {
    private static final int LONG_DIGITS = 18;

    private final PickleInput input;
    private final PickleStack stack;
    private final Meter meter;

    NumberOpcodes(PickleInput input, PickleStack stack, Meter meter) {
        this.input = input;
        this.stack = stack;
        this.meter = meter;
    }

    void run(Opcode opcode) throws ContentException {
        stack.push(read(opcode));
    }

    private @Nullable Object read(Opcode opcode) throws ContentException {
        return switch (opcode) {
            case NONE -> null;
            case NEWTRUE -> true;
            case NEWFALSE -> false;
            case INT -> intOrBoolean(input.asciiLine());
            case BININT -> (long) input.signedInt();
            case BININT1 -> (long) input.unsignedByte();
            case BININT2 -> (long) input.unsignedShort();
            case LONG -> longText(input.asciiLine());
            case LONG1 -> binary(input.unsignedByte());
            case LONG4 -> binary(input.signedInt());
            case FLOAT -> floatText(input.asciiLine());
            case BINFLOAT -> input.bigEndianDouble();
            default -> throw new ContentException("not a number");
        };
    }

    /** Protocols 0 and 1 have no booleans: they write ints that no int would be written as. */
    private Object intOrBoolean(String text) throws ContentException {
        return switch (text) {
            case "00" -> false;
            case "01" -> true;
            default -> integer(text);
        };
    }

    private Number longText(String text) throws ContentException {
        return integer(text.endsWith("L") ? text.substring(0, text.length() - 1) : text);
    }

    private Number integer(String text) throws ContentException {
        int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int digits = text.length() - sign;
        meter.digits(digits);
        if (digits == 0 || !text.chars().skip(sign).allMatch(c -> c >= '0' && c <= '9')) {
            throw new ContentException("not an int: " + QuotedText.quoted(text));
        }
        return digits <= LONG_DIGITS ? (Number) Long.valueOf(text) : narrowed(new BigInteger(text));
    }

    /** Reads two's complement, little-endian; no bytes are zero. */
    private Number binary(int length) throws ContentException {
        input.need(length);
        meter.intBytes(length);
        byte[] bigEndian = input.take(length);
        for (int i = 0, j = length - 1; i < j; i++, j--) {
            byte swapped = bigEndian[i];
            bigEndian[i] = bigEndian[j];
            bigEndian[j] = swapped;
        }
        return length == 0 ? (Number) 0L : narrowed(new BigInteger(bigEndian));
    }

    static Number narrowed(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    private static double floatText(String text) throws ContentException {
        switch (text) {
            case "nan", "-nan" -> {
                return Double.NaN;
            }
            case "inf" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-inf" -> {
                return Double.NEGATIVE_INFINITY;
            }
            default -> {
                // Java would also read "1d" and "0x1p3".
                if (text.length() > 512 || !text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
                    throw new ContentException("not a float: " + QuotedText.quoted(text));
                }
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new ContentException("not a float: " + QuotedText.quoted(text), e);
        }
    }
}
