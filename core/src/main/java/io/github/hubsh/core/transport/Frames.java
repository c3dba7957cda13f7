package io.github.hubsh.core.transport;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A multipart message. The arrays are shared, not copied, and nothing writes to them. */
public record Frames(List<byte[]> parts) {
    public Frames {
        parts = List.copyOf(parts);
    }

    public static Frames of(byte[]... parts) {
        return new Frames(List.of(parts));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public int size() {
        return parts.size();
    }

    public byte[] get(int index) {
        return parts.get(index);
    }
}
