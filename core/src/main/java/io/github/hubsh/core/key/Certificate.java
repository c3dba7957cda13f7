package io.github.hubsh.core.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of ZeroMQ: a public key, perhaps its secret one, and what its owner says of it. The format is that of
 * {@code zmq.auth} in pyzmq, which takes it from ZPL (4/ZPL of rfc.zeromq.org).
 *
 * @param pair the secret key with its public one; {@code null} in a public certificate
 * @param metadata texts by their names, in the order of the file
 */
public record Certificate(CurveKey publicKey, @Nullable CurveKeyPair pair, Map<String, String> metadata) {
    /** A certificate is short; what is longer is something else. */
    private static final int MAX_BYTES = 64 << 10;

    private static final String SECRET_BANNER = """
            #   ZeroMQ CURVE **Secret** Certificate
            #   DO NOT PROVIDE THIS FILE TO OTHER USERS nor change its permissions.

            """;

    private static final String PUBLIC_BANNER = """
            #   ZeroMQ CURVE Public Certificate
            #   Exchange securely, or use a secure mechanism to verify the contents
            #   of this file after exchange.

            """;

    public Certificate {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        if (pair != null && !pair.publicKey().equals(publicKey)) {
            throw new IllegalArgumentException("the secret key does not belong to the public one");
        }
    }

    /** A public certificate without metadata. */
    public static Certificate of(CurveKey publicKey) {
        return new Certificate(publicKey, null, Map.of());
    }

    /** A secret certificate without metadata. */
    public static Certificate of(CurveKeyPair pair) {
        return new Certificate(pair.publicKey(), pair, Map.of());
    }

    /**
     * Reads the text of a file.
     *
     * @throws CertificateException if it is none; the message names the line
     */
    public static Certificate parse(String text) throws CertificateException {
        CertificateText read = new CertificateText();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            read.take(line, number);
        }
        return read.certificate();
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, or is no regular file
     * @throws CertificateException if it holds no certificate
     */
    public static Certificate read(Path file) throws IOException, CertificateException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe would keep us waiting.
            throw new IOException(file + " is no regular file");
        }
        byte[] content;
        try (InputStream input = Files.newInputStream(file)) {
            content = input.readNBytes(MAX_BYTES + 1);
        }
        if (content.length > MAX_BYTES) {
            throw new CertificateException("a certificate has at most " + MAX_BYTES + " bytes");
        }
        return parse(new String(content, StandardCharsets.UTF_8));
    }

    /** Returns the same without the secret key. */
    public Certificate withoutSecret() {
        return new Certificate(publicKey, null, metadata);
    }

    /** Returns the text of a file, with the secret key if it is there. */
    public String format() {
        StringBuilder text = new StringBuilder(pair == null ? PUBLIC_BANNER : SECRET_BANNER);
        text.append("metadata\n");
        metadata.forEach((name, value) -> text.append("    ")
                .append(name)
                .append(" = ")
                .append(CertificateText.quoted(value))
                .append('\n'));
        text.append("curve\n    public-key = \"").append(publicKey.z85()).append("\"\n");
        if (pair != null) {
            text.append("    secret-key = \"").append(pair.secretZ85()).append("\"\n");
        }
        return text.toString();
    }

    /** Returns the public key only. */
    @Override
    public String toString() {
        return "certificate of " + publicKey;
    }
}
