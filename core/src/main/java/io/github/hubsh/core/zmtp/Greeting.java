package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The first 64 octets of each side: a signature, the version, the name of the security mechanism. */
record Greeting(ZmtpVersion version, String mechanism, boolean asServer) {
    static final int BYTES = 64;
    static final int SIGNATURE_FIRST = 0xFF;
    static final int SIGNATURE_LAST = 0x7F;
    static final int SIGNATURE_LAST_AT = 9;
    static final int MAJOR_AT = 10;
    static final int MINOR_AT = 11;
    static final int MECHANISM_AT = 12;
    static final int MECHANISM_BYTES = 20;
    static final int AS_SERVER_AT = MECHANISM_AT + MECHANISM_BYTES;

    /** The first octets, which tell that we speak ZMTP 3: a peer sends the whole of its greeting for them. */
    static final int START_BYTES = MINOR_AT + 1;

    /** Returns our greeting. The whole of it goes out at once, because peers older than ZMTP 3.0 are refused anyway. */
    static Octets ours(String mechanism) {
        return ours(mechanism, false);
    }

    /** @param asServer whether we are the server of the mechanism; NULL has none */
    static Octets ours(String mechanism, boolean asServer) {
        ByteBuffer greeting = ByteBuffer.allocate(BYTES);
        greeting.put(0, (byte) SIGNATURE_FIRST).put(SIGNATURE_LAST_AT, (byte) SIGNATURE_LAST);
        greeting.put(MAJOR_AT, (byte) ZmtpVersion.MAJOR).put(MINOR_AT, (byte) ZmtpVersion.MINOR);
        greeting.put(MECHANISM_AT, mechanism.getBytes(StandardCharsets.US_ASCII));
        greeting.put(AS_SERVER_AT, (byte) (asServer ? 1 : 0));
        return Octets.wrapping(greeting.array());
    }
}
