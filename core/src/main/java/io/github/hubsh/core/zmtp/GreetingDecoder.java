package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the peer's greeting. An octet that is wrong is refused when it comes: a peer of ZMTP 1.0 or 2.0 sends fewer
 * than 64 octets, and would wait for ours for ever.
 */
final class GreetingDecoder {
    // Mutable state, the connection's
    private final byte[] received = new byte[Greeting.BYTES];
    private int count;

    /** Returns the greeting, or {@code null} as long as octets of it are missing. */
    @Nullable
    Greeting read(ByteBuffer input) throws ZmtpException {
        while (count < Greeting.BYTES && input.hasRemaining()) {
            received[count] = input.get();
            check(count, received[count] & 0xFF);
            count++;
        }
        return count < Greeting.BYTES ? null : new Greeting(version(), mechanism(), asServer());
    }

    /** Whether the peer has begun to greet as a ZeroMQ socket does, and has more to say. */
    boolean isBegun() {
        return count > Greeting.SIGNATURE_LAST_AT && count < Greeting.BYTES;
    }

    private static void check(int index, int octet) throws ZmtpException {
        switch (index) {
            case 0 -> require(octet == Greeting.SIGNATURE_FIRST, "no ZeroMQ peer: its first octet is " + octet);
            case Greeting.SIGNATURE_LAST_AT ->
                require(octet == Greeting.SIGNATURE_LAST, "no peer of ZMTP 3: its signature ends with " + octet);
            case Greeting.MAJOR_AT ->
                require(octet >= ZmtpVersion.MAJOR, "a peer of a ZMTP older than 3.0, from before libzmq 4");
            default -> {
                // padding, and what the whole is needed for
            }
        }
    }

    private static void require(boolean right, String problem) throws ZmtpException {
        if (!right) {
            throw new ZmtpException(problem);
        }
    }

    private ZmtpVersion version() {
        return ZmtpVersion.with(received[Greeting.MAJOR_AT] & 0xFF, received[Greeting.MINOR_AT] & 0xFF);
    }

    /** Whether the peer says that it is the server of the mechanism. Those on libzmq never do. */
    private boolean asServer() {
        return received[Greeting.AS_SERVER_AT] == 1;
    }

    /** Returns the name of the mechanism, whose padding of zeros is no part of it. */
    private String mechanism() throws ZmtpException {
        String field =
                new String(received, Greeting.MECHANISM_AT, Greeting.MECHANISM_BYTES, StandardCharsets.ISO_8859_1);
        int end = field.indexOf('\0');
        String name = end < 0 ? field : field.substring(0, end);
        String padding = field.substring(name.length());
        require(padding.equals("\0".repeat(padding.length())), "a greeting whose mechanism has octets after its end");
        return PrintableText.of(name);
    }
}
