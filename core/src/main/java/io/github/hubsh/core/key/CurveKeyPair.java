package io.github.hubsh.core.key;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** A secret key with its public one. What is printed of it is the public one. */
public final class CurveKeyPair {
    private final byte[] secret;
    private final CurveKey publicKey;

    private CurveKeyPair(byte[] secret) {
        this.secret = secret;
        byte[] content = new byte[CurveKey.BYTES];
        X25519.scalarMultBase(secret, 0, content, 0);
        this.publicKey = CurveKey.of(content);
    }

    /**
     * Makes a new pair.
     *
     * @param random a {@link java.security.SecureRandom}, unless keys are to be known
     */
    public static CurveKeyPair generate(RandomGenerator random) {
        byte[] secret = new byte[CurveKey.BYTES];
        random.nextBytes(secret);
        return new CurveKeyPair(secret);
    }

    /** Returns the pair of a secret key of 32 bytes, which are copied. */
    public static CurveKeyPair ofSecret(byte... secret) {
        if (secret.length != CurveKey.BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes, not " + secret.length);
        }
        return new CurveKeyPair(secret.clone());
    }

    /**
     * Returns the pair of a secret key in its 40 characters.
     *
     * @throws IllegalArgumentException if it is none; the message does not quote it
     */
    public static CurveKeyPair ofSecret(String z85) {
        return new CurveKeyPair(Z85.key(z85));
    }

    public CurveKey publicKey() {
        return publicKey;
    }

    /** Returns the 40 characters of the secret key, for the file that it is kept in. */
    public String secretZ85() {
        return Z85.encode(secret);
    }

    /** Returns a copy of the secret key; the caller wipes it. */
    public byte[] secretArray() {
        return secret.clone();
    }

    /**
     * Returns the key that this pair shares with another one, which knows this public key.
     *
     * @throws WeakKeyException if the other key is one that shares the same with every other
     */
    public BoxKey shareWith(CurveKey other) throws WeakKeyException {
        byte[] shared = new byte[CurveKey.BYTES];
        try {
            if (!X25519.calculateAgreement(secret, 0, other.toArray(), 0, shared, 0)) {
                throw new WeakKeyException();
            }
            return BoxKey.ofShared(shared);
        } finally {
            Arrays.fill(shared, (byte) 0);
        }
    }

    /** Overwrites the secret key. The pair is of no use any more. */
    public void wipe() {
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
        return "key pair of " + publicKey;
    }
}
