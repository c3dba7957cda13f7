package io.github.hubsh.core.key;

/** Bytes as text: four of them in five characters (32/Z85 of rfc.zeromq.org). */
final class Z85 {
    private static final String DIGITS =
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";
    private static final int BASE = 85;
    private static final int BYTES_PER_GROUP = 4;
    private static final int DIGITS_PER_GROUP = 5;
    private static final int KEY_LENGTH = CurveKey.BYTES / BYTES_PER_GROUP * DIGITS_PER_GROUP;
    private static final long MAX_GROUP = 0xFFFF_FFFFL;

    private Z85() {}

    /** Returns the text of bytes whose number is a multiple of four. */
    static String encode(byte[] content) {
        if (content.length % BYTES_PER_GROUP != 0) {
            throw new IllegalArgumentException("a multiple of 4 bytes can be written in Z85, not " + content.length);
        }
        StringBuilder text = new StringBuilder(content.length / BYTES_PER_GROUP * DIGITS_PER_GROUP);
        for (int at = 0; at < content.length; at += BYTES_PER_GROUP) {
            long group = 0;
            for (int i = 0; i < BYTES_PER_GROUP; i++) {
                group = (group << Byte.SIZE) | (content[at + i] & 0xFF);
            }
            for (long place = BASE * BASE * BASE * BASE; place > 0; place /= BASE) {
                text.append(DIGITS.charAt((int) (group / place % BASE)));
            }
        }
        return text.toString();
    }

    /**
     * Returns the bytes of a key.
     *
     * @throws IllegalArgumentException if the text is none; the message does not quote it
     */
    static byte[] key(String text) {
        if (text.length() != KEY_LENGTH) {
            throw new IllegalArgumentException("a key has 40 characters of Z85, this text has " + text.length());
        }
        byte[] content = new byte[CurveKey.BYTES];
        for (int group = 0; group < KEY_LENGTH / DIGITS_PER_GROUP; group++) {
            long value = 0;
            for (int i = 0; i < DIGITS_PER_GROUP; i++) {
                value = value * BASE + digit(text, group * DIGITS_PER_GROUP + i);
            }
            if (value > MAX_GROUP) {
                throw new IllegalArgumentException("the characters of a key from " + (group * DIGITS_PER_GROUP + 1)
                        + " on stand for no four bytes");
            }
            for (int i = 0; i < BYTES_PER_GROUP; i++) {
                content[group * BYTES_PER_GROUP + i] = (byte) (value >>> ((BYTES_PER_GROUP - 1 - i) * Byte.SIZE));
            }
        }
        return content;
    }

    private static int digit(String text, int index) {
        int digit = DIGITS.indexOf(text.charAt(index));
        if (digit < 0) {
            throw new IllegalArgumentException("character " + (index + 1) + " of the key is none of Z85");
        }
        return digit;
    }
}
