package io.github.hubsh.core.pickle;

import org.jspecify.annotations.Nullable;

/** Every opcode of protocols 0 to 5: its byte, and which part of the machine runs it. */
enum Opcode {
    PROTO(0x80, Part.CONTROL),
    FRAME(0x95, Part.CONTROL),
    STOP('.', Part.CONTROL),
    EXT1(0x82, Part.CONTROL),
    EXT2(0x83, Part.CONTROL),
    EXT4(0x84, Part.CONTROL),
    NEXT_BUFFER(0x97, Part.CONTROL),
    READONLY_BUFFER(0x98, Part.CONTROL),

    NONE('N', Part.NUMBERS),
    NEWTRUE(0x88, Part.NUMBERS),
    NEWFALSE(0x89, Part.NUMBERS),
    INT('I', Part.NUMBERS),
    BININT('J', Part.NUMBERS),
    BININT1('K', Part.NUMBERS),
    BININT2('M', Part.NUMBERS),
    LONG('L', Part.NUMBERS),
    LONG1(0x8a, Part.NUMBERS),
    LONG4(0x8b, Part.NUMBERS),
    FLOAT('F', Part.NUMBERS),
    BINFLOAT('G', Part.NUMBERS),

    STRING('S', Part.TEXTS),
    BINSTRING('T', Part.TEXTS),
    SHORT_BINSTRING('U', Part.TEXTS),
    UNICODE('V', Part.TEXTS),
    BINUNICODE('X', Part.TEXTS),
    SHORT_BINUNICODE(0x8c, Part.TEXTS),
    BINUNICODE8(0x8d, Part.TEXTS),
    BINBYTES('B', Part.TEXTS),
    SHORT_BINBYTES('C', Part.TEXTS),
    BINBYTES8(0x8e, Part.TEXTS),
    BYTEARRAY8(0x96, Part.TEXTS),

    EMPTY_LIST(']', Part.CONTAINERS),
    LIST('l', Part.CONTAINERS),
    APPEND('a', Part.CONTAINERS),
    APPENDS('e', Part.CONTAINERS),
    EMPTY_TUPLE(')', Part.CONTAINERS),
    TUPLE('t', Part.CONTAINERS),
    TUPLE1(0x85, Part.CONTAINERS),
    TUPLE2(0x86, Part.CONTAINERS),
    TUPLE3(0x87, Part.CONTAINERS),
    EMPTY_DICT('}', Part.CONTAINERS),
    DICT('d', Part.CONTAINERS),
    SETITEM('s', Part.CONTAINERS),
    SETITEMS('u', Part.CONTAINERS),
    EMPTY_SET(0x8f, Part.CONTAINERS),
    ADDITEMS(0x90, Part.CONTAINERS),
    FROZENSET(0x91, Part.CONTAINERS),

    MARK('(', Part.STACK),
    POP('0', Part.STACK),
    POP_MARK('1', Part.STACK),
    DUP('2', Part.STACK),
    GET('g', Part.STACK),
    BINGET('h', Part.STACK),
    LONG_BINGET('j', Part.STACK),
    PUT('p', Part.STACK),
    BINPUT('q', Part.STACK),
    LONG_BINPUT('r', Part.STACK),
    MEMOIZE(0x94, Part.STACK),

    GLOBAL('c', Part.OBJECTS),
    STACK_GLOBAL(0x93, Part.OBJECTS),
    REDUCE('R', Part.OBJECTS),
    NEWOBJ(0x81, Part.OBJECTS),
    NEWOBJ_EX(0x92, Part.OBJECTS),
    INST('i', Part.OBJECTS),
    OBJ('o', Part.OBJECTS),
    BUILD('b', Part.OBJECTS),
    PERSID('P', Part.OBJECTS),
    BINPERSID('Q', Part.OBJECTS);

    /** The parts of the machine, each a class of its own. */
    enum Part {
        CONTROL,
        NUMBERS,
        TEXTS,
        CONTAINERS,
        STACK,
        OBJECTS
    }

    private static final @Nullable Opcode[] BY_CODE = new @Nullable Opcode[256];

    static {
        for (Opcode opcode : values()) {
            BY_CODE[opcode.code] = opcode;
        }
    }

    private final int code;
    private final Part part;

    Opcode(int code, Part part) {
        this.code = code;
        this.part = part;
    }

    static @Nullable Opcode of(int code) {
        return BY_CODE[code];
    }

    int code() {
        return code;
    }

    Part part() {
        return part;
    }
}
