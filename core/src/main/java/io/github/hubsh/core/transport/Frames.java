package io.github.hubsh.core.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A multipart message. The arrays are shared, not copied: whoever holds them does not write to them. */
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

    public byte[] last() {
        return parts.get(parts.size() - 1);
    }

    /** Returns these frames with the last one replaced: the way back for an envelope. */
    public Frames withLast(byte[] last) {
        List<byte[]> replaced = new ArrayList<>(parts);
        replaced.set(replaced.size() - 1, last);
        return new Frames(replaced);
    }
}
