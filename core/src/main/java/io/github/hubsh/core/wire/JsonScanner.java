package io.github.hubsh.core.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Steps over JSON text byte by byte, without making anything of it. It knows the part of JSON that peers write: ASCII,
 * numbers of up to 300 characters, 64 levels. What it steps over is valid JSON; at anything else it {@link #fail}s,
 * which says nothing about the text.
 */
final class JsonScanner {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 300;

    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SPACES = EACH * ' ';
    private static final long QUOTES = EACH * '"';
    private static final long BACKSLASHES = EACH * '\\';

    private final byte[] text;
    private final int end;

    // Mutable state, the caller's
    private int position;
    private boolean failed;

    JsonScanner(byte[] text, int length) {
        this.text = text;
        this.end = length;
    }

    boolean hasFailed() {
        return failed;
    }

    /** Gives up; everything afterwards fails, too. */
    void fail() {
        failed = true;
        position = end;
    }

    int position() {
        return position;
    }

    /** Returns the next byte that is no white space, and stays before it; 0 at the end. */
    int peek() {
        while (position < end) {
            byte next = text[position];
            if (next > ' ' || !isSpace(next)) {
                return next;
            }
            position++;
        }
        return 0;
    }

    /** Steps over one byte that has to be this one. */
    void expect(char wanted) {
        if (peek() == wanted) {
            position++;
        } else {
            fail();
        }
    }

    /** Steps over one byte if it is this one. */
    boolean skip(char wanted) {
        boolean found = peek() == wanted;
        if (found) {
            position++;
        }
        return found;
    }

    /** Steps over this word if it is next. */
    boolean skip(JsonWord wanted) {
        boolean found = wanted.isAt(text, position, end);
        if (found) {
            position += wanted.length();
        }
        return found;
    }

    /** Whether all of the text was stepped over. */
    boolean isAtEnd() {
        return !failed && peek() == 0 && position == end;
    }

    /**
     * Steps over a string.
     *
     * @return whether it is plain, without escapes: then its bytes stand between the quotes
     */
    boolean string() {
        expect('"');
        boolean plain = true;
        while (!failed) {
            position = special(position);
            if (position >= end) {
                fail();
            } else if (text[position] == '"') {
                position++;
                return plain;
            } else if (text[position] == '\\') {
                plain = false;
                escape();
            } else {
                fail();
            }
        }
        return false;
    }

    /** Steps over any value. */
    void value() {
        value(0);
    }

    private void value(int depth) {
        switch (peek()) {
            case '"' -> string();
            case '{' -> container(depth, '}');
            case '[' -> container(depth, ']');
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    /** Steps over these letters. */
    void word(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            if (position < end && text[position] == letters.charAt(i)) {
                position++;
            } else {
                fail();
            }
        }
    }

    /** Steps over a number. */
    void number() {
        peek();
        int start = position;
        skipSign('-', '-');
        if (position < end && text[position] == '0') {
            position++;
        } else {
            digits();
        }
        if (position < end && text[position] == '.') {
            position++;
            digits();
        }
        if (position < end && (text[position] | ' ') == 'e') {
            position++;
            skipSign('-', '+');
            digits();
        }
        if (position - start > MAX_NUMBER_LENGTH) {
            fail();
        }
    }

    private void container(int depth, char close) {
        if (depth == MAX_DEPTH) {
            fail();
            return;
        }
        position++;
        if (skip(close)) {
            return;
        }
        do {
            if (close == '}') {
                string();
                expect(':');
            }
            value(depth + 1);
        } while (skip(',') && !failed);
        expect(close);
    }

    private static boolean isSpace(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    private void skipSign(char one, char other) {
        if (position < end && (text[position] == one || text[position] == other)) {
            position++;
        }
    }

    private void digits() {
        int start = position;
        while (position < end && text[position] >= '0' && text[position] <= '9') {
            position++;
        }
        if (position == start) {
            fail();
        }
    }

    private void escape() {
        position++;
        int letter = position < end ? text[position] : 0;
        if (letter == 'u') {
            for (int i = 1; i <= 4; i++) {
                if (position + i >= end || Character.digit(text[position + i], 16) < 0) {
                    fail();
                    return;
                }
            }
            position += 5;
        } else if (letter > 0 && "\"\\/bfnrt".indexOf(letter) >= 0) {
            position++;
        } else {
            fail();
        }
    }

    /** Returns where the next quote, backslash, control character or byte beyond ASCII stands, eight bytes a step. */
    private int special(int from) {
        int at = from;
        while (at + Long.BYTES <= end) {
            long eight = (long) LONGS.get(text, at);
            long quotes = eight ^ QUOTES;
            long backslashes = eight ^ BACKSLASHES;
            long found = (eight | (eight - SPACES) | zero(quotes) | zero(backslashes)) & HIGH_BITS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < end && text[at] >= ' ' && text[at] != '"' && text[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Returns a number whose lowest high bit of a byte, if it has one, marks the lowest byte that is zero. */
    private static long zero(long eight) {
        return (eight - EACH) & ~eight;
    }
}
