package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.ContentException;

/** Marks, and what is remembered by number. */
final class StackOpcodes {
    private final PickleInput input;
    private final PickleStack stack;
    private final Memo memo;

    StackOpcodes(PickleInput input, PickleStack stack, Memo memo) {
        this.input = input;
        this.stack = stack;
        this.memo = memo;
    }

    void run(Opcode opcode) throws ContentException {
        switch (opcode) {
            case MARK -> stack.mark();
            case POP -> stack.drop();
            case POP_MARK -> stack.popToMark();
            case DUP -> stack.push(stack.peek());
            case GET -> stack.push(memo.get(number(input.asciiLine())));
            case BINGET -> stack.push(memo.get(input.unsignedByte()));
            case LONG_BINGET -> stack.push(memo.get(input.unsignedInt()));
            case PUT -> memo.put(number(input.asciiLine()), stack.peek());
            case BINPUT -> memo.put(input.unsignedByte(), stack.peek());
            case LONG_BINPUT -> memo.put(input.unsignedInt(), stack.peek());
            case MEMOIZE -> memo.putNext(stack.peek());
            default -> throw new ContentException("not a stack operation");
        }
    }

    private static long number(String text) throws ContentException {
        if (text.isEmpty() || text.length() > 10 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new ContentException("not a memo entry: " + QuotedText.quoted(text));
        }
        return Long.parseLong(text);
    }
}
