package io.github.hubsh.core.value.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Floats of 2, 4, 8, 10 to 16 bytes. The long double of a PC has 64 bits of fraction; what a double cannot hold is cut.
 */
final class Floats {
    private static final int EXTENDED_BIAS = 16_383;
    private static final int HALF_BIAS = 15;

    private Floats() {}

    /** As a {@link CellReader}, of a number. */
    interface Reader {
        double read(ByteBuffer bytes, int offset);
    }

    static Reader reader(int size, ByteOrder order) {
        return switch (size) {
            case 2 -> (bytes, offset) -> half(CellReader.ordered(bytes.getShort(offset), bytes, order));
            case 4 -> (bytes, offset) -> Float.intBitsToFloat(CellReader.ordered(bytes.getInt(offset), bytes, order));
            case 8 ->
                (bytes, offset) -> Double.longBitsToDouble(CellReader.ordered(bytes.getLong(offset), bytes, order));
            default -> (bytes, offset) -> extended(bytes, offset, size, order);
        };
    }

    private static double half(short bits) {
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        double size = switch (exponent) {
            case 0 -> Math.scalb((double) fraction, 1 - HALF_BIAS - 10);
            case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(fraction + 1024.0, exponent - HALF_BIAS - 10);
        };
        return bits < 0 ? -size : size;
    }

    /** The x87 format: fraction of 64 bits with its leading one, then sign and exponent; padded to 12 or 16 bytes. */
    private static double extended(ByteBuffer bytes, int offset, int size, ByteOrder order) {
        boolean little = order == ByteOrder.LITTLE_ENDIAN;
        int start = little ? offset : offset + size - 10;
        long fraction = CellReader.ordered(bytes.getLong(little ? start : start + 2), bytes, order);
        int high = CellReader.ordered(bytes.getShort(little ? start + 8 : start), bytes, order);
        int exponent = high & 0x7fff;
        double size64 = exponent == 0x7fff
                ? fraction << 1 == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                : scaled(fraction, exponent - EXTENDED_BIAS - 63);
        return (high & 0x8000) != 0 ? -size64 : size64;
    }

    private static double scaled(long fraction, int exponent) {
        // In two halves, for there is no unsigned 64 bit integer; each is exact.
        return Math.scalb((double) (fraction >>> 32), exponent + 32)
                + Math.scalb((double) (fraction & 0xffff_ffffL), exponent);
    }
}
