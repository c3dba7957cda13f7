package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.table.TypedColumn;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts that pandas keeps with pyarrow: chunks, each of a type, a length, a count of missing ones, an offset, and the
 * buffers validity bits, ends of the texts, and their UTF-8. Other types of pyarrow stay opaque.
 */
final class Arrow {
    private Arrow() {}

    static @Nullable Column column(@Nullable Object array, String dtypeName, Meter meter) throws ContentException {
        if (!(array instanceof Opaque chunked) || chunked.arguments().isEmpty()) {
            return null;
        }
        List<?> chunks = chunked.className().endsWith(".chunked_array")
                        && chunked.arguments().get(0) instanceof List<?> list
                ? list
                : List.of(chunked);
        List<@Nullable Object> texts = new ArrayList<>();
        for (Object chunk : chunks) {
            if (!(chunk instanceof Opaque opaque) || !addChunk(opaque, dtypeName, texts, meter)) {
                return null;
            }
        }
        return new TypedColumn(dtypeName, texts);
    }

    /** Reads {@code _restore_array((type, length, nulls, offset, buffers, children, dictionary))}. */
    private static boolean addChunk(Opaque chunk, String dtypeName, List<@Nullable Object> texts, Meter meter)
            throws ContentException {
        if (!chunk.className().endsWith("._restore_array")
                || chunk.arguments().isEmpty()
                || !(chunk.arguments().get(0) instanceof List<?> parts)
                || parts.size() < 5
                || !(parts.get(1) instanceof Long length)
                || !(parts.get(3) instanceof Long offset)
                || !(parts.get(4) instanceof List<?> buffers)
                || buffers.size() != 3) {
            return false;
        }
        String type = typeName(parts.get(0));
        boolean large = type.startsWith("large_");
        if (!type.equals(large ? "large_string" : "string") || length < 0 || offset < 0) {
            return false;
        }
        ByteBuffer validity = buffer(buffers.get(0));
        ByteBuffer ends = buffer(buffers.get(1));
        ByteBuffer utf8 = buffer(buffers.get(2));
        Object missing = dtypeName.equals("str") ? Double.NaN : null;
        return length == 0
                || (ends != null && new Chunk(validity, ends, utf8, large, missing).add(length, offset, texts, meter));
    }

    private static String typeName(@Nullable Object type) {
        return type instanceof Opaque alias
                        && !alias.arguments().isEmpty()
                        && alias.arguments().get(0) instanceof String name
                ? name
                : "";
    }

    private static @Nullable ByteBuffer buffer(@Nullable Object value) {
        Object inner = value instanceof Opaque buffer && !buffer.arguments().isEmpty()
                ? buffer.arguments().get(0)
                : value;
        return inner instanceof Bytes bytes ? bytes.buffer().order(ByteOrder.LITTLE_ENDIAN) : null;
    }

    /** One chunk's buffers. */
    private record Chunk(
            @Nullable ByteBuffer validity,
            ByteBuffer ends,
            @Nullable ByteBuffer utf8,
            boolean large,
            @Nullable Object missing) {
        boolean add(long length, long offset, List<@Nullable Object> texts, Meter meter) throws ContentException {
            int width = large ? Long.BYTES : Integer.BYTES;
            // Either alone may be as large as a long.
            long last = offset > Integer.MAX_VALUE || length > Integer.MAX_VALUE ? Long.MAX_VALUE : offset + length;
            if (last >= ends.remaining() / width || (validity != null && last > validity.remaining() * 8L)) {
                return false;
            }
            meter.values(length);
            for (int i = (int) offset; i < last; i++) {
                if (validity != null && (validity.get(i / 8) >> (i % 8) & 1) == 0) {
                    texts.add(missing);
                } else if (!addText(end(i), end(i + 1), texts, meter)) {
                    return false;
                }
            }
            return true;
        }

        private long end(int index) {
            return large ? ends.getLong(index * Long.BYTES) : ends.getInt(index * Integer.BYTES);
        }

        private boolean addText(long from, long to, List<@Nullable Object> texts, Meter meter) throws ContentException {
            long available = utf8 == null ? 0 : utf8.remaining();
            if (from < 0 || to < from || to > available) {
                return false;
            }
            meter.copiedBytes(to - from);
            byte[] text = new byte[(int) (to - from)];
            if (utf8 != null) {
                utf8.get((int) from, text);
            }
            texts.add(new String(text, StandardCharsets.UTF_8));
            return true;
        }
    }
}
