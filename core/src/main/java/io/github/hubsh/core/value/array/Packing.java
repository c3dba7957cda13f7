package io.github.hubsh.core.value.array;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values to the bytes of an array. */
public final class Packing {
    private Packing() {}

    /**
     * Returns a column of a type of numbers or truths.
     *
     * @param dtype of kind {@code b}, {@code i}, {@code u} or {@code f}
     * @param values numbers or truths; {@code null} is NaN in a float and zero elsewhere
     * @throws UnfitValueException for a value of another kind, a number that is too large, a fraction in an int
     */
    public static NdArray pack(Dtype dtype, List<?> values) throws UnfitValueException {
        ByteOrder order = dtype.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.size(), dtype.size()))
                .order(order);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (!put(dtype, value, bytes)) {
                throw new UnfitValueException(i, value + " is not of type " + dtype.name());
            }
        }
        return NdArray.packed(dtype, List.of(values.size()), false, bytes.flip());
    }

    private static boolean put(Dtype dtype, @Nullable Object value, ByteBuffer bytes) {
        return switch (dtype.kind()) {
            case 'b' -> putTruth(value, bytes);
            case 'f' -> putFloat(dtype.size(), value, bytes);
            case 'i', 'u' -> putInteger(dtype, value, bytes);
            default -> false;
        };
    }

    private static boolean putTruth(@Nullable Object value, ByteBuffer bytes) {
        bytes.put((byte) (Boolean.TRUE.equals(value) ? 1 : 0));
        return value == null || value instanceof Boolean;
    }

    private static boolean putFloat(int size, @Nullable Object value, ByteBuffer bytes) {
        if (value != null && !(value instanceof Number)) {
            return false;
        }
        double number = value == null ? Double.NaN : ((Number) value).doubleValue();
        if (size == 8) {
            bytes.putDouble(number);
        } else if (size == 4) {
            bytes.putFloat((float) number);
        } else {
            return false;
        }
        return true;
    }

    private static boolean putInteger(Dtype dtype, @Nullable Object value, ByteBuffer bytes) {
        BigInteger number = integer(value);
        if (number == null || !fits(number, dtype)) {
            return false;
        }
        switch (dtype.size()) {
            case 1 -> bytes.put(number.byteValue());
            case 2 -> bytes.putShort(number.shortValue());
            case 4 -> bytes.putInt(number.intValue());
            default -> bytes.putLong(number.longValue());
        }
        return true;
    }

    private static boolean fits(BigInteger number, Dtype dtype) {
        int bits = dtype.size() * 8;
        return dtype.kind() == 'i' ? number.bitLength() < bits : number.signum() >= 0 && number.bitLength() <= bits;
    }

    private static @Nullable BigInteger integer(@Nullable Object value) {
        if (value == null) {
            return BigInteger.ZERO;
        } else if (value instanceof BigInteger big) {
            return big;
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            return BigInteger.valueOf(((Number) value).longValue());
        }
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1L << 53
                ? BigInteger.valueOf(number.longValue())
                : null;
    }
}
