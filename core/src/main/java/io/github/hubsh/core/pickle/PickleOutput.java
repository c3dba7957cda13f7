package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.ContentException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Opcodes of protocol 2 with their arguments, as bytes. One thread. */
final class PickleOutput {
    private static final int MAX_SIZE = 64 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    PickleOutput code(Opcode opcode) throws ContentException {
        return raw(opcode.code());
    }

    PickleOutput raw(int value) throws ContentException {
        if (bytes.size() >= MAX_SIZE) {
            throw new ContentException("a pickle of more than " + MAX_SIZE + " bytes");
        }
        bytes.write(value);
        return this;
    }

    PickleOutput global(String module, String name) throws ContentException {
        code(Opcode.GLOBAL);
        bytes.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    PickleOutput text(String text) throws ContentException {
        byte[] utf8 = PythonText.encode(text);
        code(Opcode.BINUNICODE).int32(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    PickleOutput float64(double value) throws ContentException {
        code(Opcode.BINFLOAT);
        bytes.writeBytes(ByteBuffer.allocate(8).putDouble(value).array());
        return this;
    }

    PickleOutput integer(long value) throws ContentException {
        if (value >= 0 && value < 1 << 8) {
            return code(Opcode.BININT1).raw((int) value);
        } else if (value == (int) value) {
            return code(Opcode.BININT).int32((int) value);
        }
        return integer(BigInteger.valueOf(value));
    }

    PickleOutput integer(BigInteger value) throws ContentException {
        byte[] bigEndian = value.toByteArray();
        if (bigEndian.length < 1 << 8) {
            code(Opcode.LONG1).raw(bigEndian.length);
        } else {
            code(Opcode.LONG4).int32(bigEndian.length);
        }
        for (int i = bigEndian.length - 1; i >= 0; i--) {
            raw(bigEndian[i]);
        }
        return this;
    }

    void put(int index) throws ContentException {
        if (index < 1 << 8) {
            code(Opcode.BINPUT).raw(index);
        } else {
            code(Opcode.LONG_BINPUT).int32(index);
        }
    }

    void get(int index) throws ContentException {
        if (index < 1 << 8) {
            code(Opcode.BINGET).raw(index);
        } else {
            code(Opcode.LONG_BINGET).int32(index);
        }
    }

    private PickleOutput int32(int value) {
        bytes.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
        return this;
    }
}
