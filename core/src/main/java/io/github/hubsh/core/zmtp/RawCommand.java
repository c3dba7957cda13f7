package io.github.hubsh.core.zmtp;

import java.util.Arrays;

/** A command as it stands in its frame: a name of letters, and data that depends on the name. */
record RawCommand(String name, Octets data) implements FrameContent {
    /** Takes the body of a command frame apart. */
    static RawCommand parse(byte[] body) throws ZmtpException {
        int length = body.length == 0 ? 0 : body[0] & 0xFF;
        if (length == 0 || length > body.length - 1) {
            throw new ZmtpException("a command without a name");
        }
        StringBuilder name = new StringBuilder(length);
        for (int i = 1; i <= length; i++) {
            name.append(letter(body[i]));
        }
        return new RawCommand(name.toString(), Octets.wrapping(Arrays.copyOfRange(body, 1 + length, body.length)));
    }

    private static char letter(byte octet) throws ZmtpException {
        char letter = (char) (octet & 0xFF);
        if ((letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z')) {
            return letter;
        }
        throw new ZmtpException("the name of a command consists of letters, this one has the octet " + (int) letter);
    }
}
