package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;

/** Python 2's {@code str}, text and bytes. */
final class TextOpcodes {
    private final PickleInput input;
    private final PickleStack stack;

    TextOpcodes(PickleInput input, PickleStack stack) {
        this.input = input;
        this.stack = stack;
    }

    void run(Opcode opcode) throws ContentException {
        stack.push(read(opcode));
    }

    private Object read(Opcode opcode) throws ContentException {
        return switch (opcode) {
            case STRING -> PythonText.textOrBytes(Escapes.string(input.line()));
            case BINSTRING -> PythonText.textOrBytes(input.take(input.signedInt()));
            case SHORT_BINSTRING -> PythonText.textOrBytes(input.take(input.unsignedByte()));
            case UNICODE -> Escapes.rawUnicode(input.line());
            case BINUNICODE -> input.text(input.unsignedInt());
            case SHORT_BINUNICODE -> input.text(input.unsignedByte());
            case BINUNICODE8 -> input.text(input.length());
            case BINBYTES -> Bytes.wrapping(input.take(input.unsignedInt()));
            case SHORT_BINBYTES -> Bytes.wrapping(input.take(input.unsignedByte()));
            case BINBYTES8 -> Bytes.wrapping(input.take(input.length()));
            case BYTEARRAY8 -> Bytes.wrapping(input.take(input.length())).asBytearray();
            default -> throw new ContentException("not a text");
        };
    }
}
