package io.github.hubsh.core.zmtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The properties of a READY command ⇄ bytes. Upper and lower case of a name are the same. */
final class PropertyList {
    private static final int SIZE_BYTES = 4;

    private PropertyList() {}

    /** Returns the values by their names in lower case. */
    static Map<String, Octets> parse(Octets data) throws ZmtpException {
        Map<String, Octets> properties = new LinkedHashMap<>();
        ByteBuffer input = data.buffer();
        while (input.hasRemaining()) {
            String name = name(input);
            Octets value = value(input, name);
            if (properties.put(name.toLowerCase(Locale.ROOT), value) != null) {
                throw new ZmtpException("READY has the property " + name + " twice");
            }
        }
        return properties;
    }

    /** Returns the bytes of properties, in their order. */
    static byte[] encode(Map<String, Octets> properties) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Map.Entry<String, Octets> property : properties.entrySet()) {
            byte[] name = property.getKey().getBytes(StandardCharsets.US_ASCII);
            Octets value = property.getValue();
            bytes.write(name.length);
            bytes.writeBytes(name);
            bytes.writeBytes(
                    ByteBuffer.allocate(SIZE_BYTES).putInt(value.size()).array());
            bytes.writeBytes(value.toArray());
        }
        return bytes.toByteArray();
    }

    private static String name(ByteBuffer input) throws ZmtpException {
        int length = input.get() & 0xFF;
        if (length == 0) {
            throw new ZmtpException("READY has a property without a name");
        }
        if (length > input.remaining()) {
            throw new ZmtpException("READY ends within the name of a property");
        }
        byte[] name = new byte[length];
        input.get(name);
        for (byte each : name) {
            if (!isNameCharacter(each)) {
                throw new ZmtpException("READY has a property whose name has the octet " + (each & 0xFF));
            }
        }
        return new String(name, StandardCharsets.US_ASCII);
    }

    private static Octets value(ByteBuffer input, String name) throws ZmtpException {
        int length = input.remaining() < SIZE_BYTES ? -1 : input.getInt();
        if (length < 0 || length > input.remaining()) {
            throw new ZmtpException("READY ends within the property " + name);
        }
        byte[] value = new byte[length];
        input.get(value);
        return Octets.wrapping(value);
    }

    private static boolean isNameCharacter(byte octet) {
        return (octet >= 'A' && octet <= 'Z')
                || (octet >= 'a' && octet <= 'z')
                || (octet >= '0' && octet <= '9')
                || octet == '-'
                || octet == '_'
                || octet == '.'
                || octet == '+';
    }
}
