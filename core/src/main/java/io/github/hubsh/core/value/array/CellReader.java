package io.github.hubsh.core.value.array;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Opaque;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the value at an offset. The holder of the bytes checks the offsets; no bytes are refused here. */
interface CellReader {
    @Nullable
    Object read(ByteBuffer bytes, int offset);

    static CellReader of(Dtype dtype) {
        ByteOrder order = dtype.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return switch (dtype.kind()) {
            case 'b' -> (bytes, offset) -> bytes.get(offset) != 0;
            case 'i' -> signed(dtype.size(), order);
            case 'u' -> unsigned(dtype.size(), order);
            case 'f' -> Floats.reader(dtype.size(), order)::read;
            case 'c' -> complex(Floats.reader(dtype.size() / 2, order), dtype.size() / 2);
            case 'M', 'm' -> time(dtype, order);
            case 'S' -> (bytes, offset) -> Texts.bytes(bytes, offset, dtype.size());
            case 'U' -> (bytes, offset) -> Texts.ucs4(bytes, offset, dtype.size(), order);
            default -> compound(dtype);
        };
    }

    private static CellReader signed(int size, ByteOrder order) {
        return switch (size) {
            case 1 -> (bytes, offset) -> (long) bytes.get(offset);
            case 2 -> (bytes, offset) -> (long) ordered(bytes.getShort(offset), bytes, order);
            case 4 -> (bytes, offset) -> (long) ordered(bytes.getInt(offset), bytes, order);
            default -> (bytes, offset) -> ordered(bytes.getLong(offset), bytes, order);
        };
    }

    private static CellReader unsigned(int size, ByteOrder order) {
        return switch (size) {
            case 1 -> (bytes, offset) -> (long) Byte.toUnsignedInt(bytes.get(offset));
            case 2 -> (bytes, offset) -> (long) Short.toUnsignedInt(ordered(bytes.getShort(offset), bytes, order));
            case 4 -> (bytes, offset) -> Integer.toUnsignedLong(ordered(bytes.getInt(offset), bytes, order));
            default -> (bytes, offset) -> unsignedLong(ordered(bytes.getLong(offset), bytes, order));
        };
    }

    private static Number unsignedLong(long bits) {
        return bits >= 0 ? (Number) bits : new BigInteger(Long.toUnsignedString(bits));
    }

    private static CellReader complex(Floats.Reader part, int size) {
        return (bytes, offset) -> {
            List<@Nullable Object> parts = new ArrayList<>(2);
            parts.add(part.read(bytes, offset));
            parts.add(part.read(bytes, offset + size));
            return new Opaque("builtins.complex", parts);
        };
    }

    private static CellReader time(Dtype dtype, ByteOrder order) {
        TimeUnits units = new TimeUnits(dtype.unit(), dtype.multiple());
        return dtype.kind() == 'M'
                ? (bytes, offset) -> units.moment(ordered(bytes.getLong(offset), bytes, order))
                : (bytes, offset) -> units.duration(ordered(bytes.getLong(offset), bytes, order));
    }

    private static CellReader compound(Dtype dtype) {
        Dtype.Part part = dtype.part();
        if (part != null) {
            return (bytes, offset) -> NdArray.part(bytes, offset, dtype.size(), part);
        } else if (dtype.fields().isEmpty()) {
            return (bytes, offset) -> Bytes.of(Texts.raw(bytes, offset, dtype.size()));
        }
        Map<Dtype.Field, CellReader> readers = new LinkedHashMap<>();
        dtype.fields().forEach(field -> readers.put(field, of(field.dtype())));
        return (bytes, offset) -> {
            Map<@Nullable Object, @Nullable Object> fields = new LinkedHashMap<>();
            readers.forEach((field, reader) -> fields.put(field.name(), reader.read(bytes, offset + field.offset())));
            return fields;
        };
    }

    static short ordered(short value, ByteBuffer bytes, ByteOrder order) {
        return bytes.order() == order ? value : Short.reverseBytes(value);
    }

    static int ordered(int value, ByteBuffer bytes, ByteOrder order) {
        return bytes.order() == order ? value : Integer.reverseBytes(value);
    }

    static long ordered(long value, ByteBuffer bytes, ByteOrder order) {
        return bytes.order() == order ? value : Long.reverseBytes(value);
    }
}
