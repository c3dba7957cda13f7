package io.github.hubsh.core.zmtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes as a peer sends them, right and wrong. */
final class WireBytes {
    private WireBytes() {}

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] greeting(int major, int minor, String mechanism) {
        byte[] greeting = Greeting.ours(mechanism).toArray();
        greeting[Greeting.MAJOR_AT] = (byte) major;
        greeting[Greeting.MINOR_AT] = (byte) minor;
        return greeting;
    }

    static byte[] greeting() {
        return greeting(3, 1, "NULL");
    }

    static byte[] frame(int flags, String body) {
        return concat(new byte[] {(byte) flags, (byte) body.length()}, ascii(body));
    }

    static byte[] more(String body) {
        return frame(FrameHeader.MORE, body);
    }

    static byte[] last(String body) {
        return frame(0, body);
    }

    static byte[] command(String name, String data) {
        return CommandCodec.frame(name, ascii(data)).toArray();
    }

    static byte[] property(String name, String value) {
        return concat(
                new byte[] {(byte) name.length()},
                ascii(name),
                ByteBuffer.allocate(4).putInt(value.length()).array(),
                ascii(value));
    }

    static byte[] ready(byte[]... properties) {
        return CommandCodec.frame(ReadyCommand.NAME, concat(properties)).toArray();
    }

    static byte[] ready(String socketType, String identity) {
        return ready(property("Socket-Type", socketType), property("Identity", identity));
    }
}
