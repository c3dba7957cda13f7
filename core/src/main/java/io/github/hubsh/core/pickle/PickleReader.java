package io.github.hubsh.core.pickle;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import org.jspecify.annotations.Nullable;

/**
 * The machine that a pickle is a program for.
 *
 * <p>One instance reads one pickle, on one thread. The loop takes an opcode and hands it to the part that knows it; a
 * part that cannot go on says why, and the loop adds which opcode it was and where it stands. Bytes after {@code STOP}
 * are ignored, as Python does.
 */
public final class PickleReader {
    private static final int MAX_PROTOCOL = 5;

    private final PickleInput input;
    private final PickleStack stack;
    private final NumberOpcodes numbers;
    private final TextOpcodes texts;
    private final ContainerOpcodes containers;
    private final StackOpcodes references;
    private final ObjectOpcodes objects;

    private PickleReader(byte[] pickle, Meter meter) {
        Memo memo = new Memo(meter);
        input = new PickleInput(pickle);
        stack = new PickleStack(meter);
        numbers = new NumberOpcodes(input, stack, meter);
        texts = new TextOpcodes(input, stack);
        containers = new ContainerOpcodes(stack, new Keys(meter));
        references = new StackOpcodes(input, stack, memo);
        objects = new ObjectOpcodes(input, stack, memo, meter);
    }

    /** Reads a pickle within {@link PickleBudget#of}. */
    public static @Nullable Object read(byte[] pickle) throws ContentException {
        return read(pickle, PickleBudget.of(pickle.length));
    }

    /**
     * Reads a pickle of protocol 0 to 5.
     *
     * @return the value, in the types that the content package lists; it may contain itself, and is otherwise no deeper
     *     than the budget says
     * @throws ContentException naming the opcode and its offset in bytes, where the pickle is malformed, asks for
     *     something that is not had here (extension codes, buffers out of band), or costs more than the budget
     */
    public static @Nullable Object read(byte[] pickle, PickleBudget budget) throws ContentException {
        if (pickle.length > budget.bytes()) {
            throw new ContentException("pickle of " + pickle.length + " bytes; the limit is " + budget.bytes());
        }
        Object value = new PickleReader(pickle, new Meter(budget)).run();
        new DepthCheck(budget.depth()).check(value);
        return value;
    }

    private @Nullable Object run() throws ContentException {
        while (!input.atEnd()) {
            int offset = input.position();
            int code = input.unsignedByte();
            Opcode opcode = Opcode.of(code);
            if (opcode == null) {
                throw new ContentException(
                        "pickle at byte " + offset + ": 0x" + Integer.toHexString(code) + " is not an opcode");
            }
            try {
                if (opcode == Opcode.STOP) {
                    return stack.pop();
                }
                step(opcode);
            } catch (ContentException e) {
                throw new ContentException("pickle at byte " + offset + ", " + opcode + ": " + e.getMessage(), e);
            }
        }
        throw new ContentException("pickle at byte " + input.position() + ": it ends without STOP");
    }

    private void step(Opcode opcode) throws ContentException {
        switch (opcode.part()) {
            case CONTROL -> control(opcode);
            case NUMBERS -> numbers.run(opcode);
            case TEXTS -> texts.run(opcode);
            case CONTAINERS -> containers.run(opcode);
            case STACK -> references.run(opcode);
            case OBJECTS -> objects.run(opcode);
        }
    }

    private void control(Opcode opcode) throws ContentException {
        switch (opcode) {
            case PROTO -> {
                int protocol = input.unsignedByte();
                if (protocol > MAX_PROTOCOL) {
                    throw new ContentException("protocol " + protocol + " is not known; 0 to 5 are");
                }
            }
            case FRAME -> input.need(input.length());
            case EXT1, EXT2, EXT4 ->
                throw new ContentException("extension codes stand for classes that only the sender has registered");
            default -> throw new ContentException("buffers out of band do not travel with a message");
        }
    }
}
