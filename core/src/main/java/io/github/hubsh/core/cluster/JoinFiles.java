package io.github.hubsh.core.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that a hub needs to join a cluster. Nothing of NATS is loaded here. */
public final class JoinFiles {
    private static final long MAX_CREDENTIALS_BYTES = 1L << 16;

    private JoinFiles() {}

    /**
     * Looks at the files as they would be used.
     *
     * @throws IOException with a sentence for people, if one is missing, holds something else, or if others can read a
     *     secret
     */
    public static void check(JoinOptions options) throws IOException {
        Path credentials = options.credentials();
        if (credentials != null) {
            checkCredentials(credentials);
        }
        Path tls = options.tls();
        if (tls != null) {
            TlsFolder.context(tls);
        }
    }

    private static void checkCredentials(Path file) throws IOException {
        requireFile(file);
        SecretFile.check(file);
        if (Files.size(file) > MAX_CREDENTIALS_BYTES || !holdsCredentials(Files.readString(file, ISO_8859_1))) {
            throw new IOException(file + " holds no credentials of NATS: a user's JWT, and its seed");
        }
    }

    private static boolean holdsCredentials(String text) {
        return text.contains("-----BEGIN NATS USER JWT-----") && text.contains("-----BEGIN USER NKEY SEED-----");
    }

    /** @throws IOException if there is none, or it cannot be read */
    static void requireFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        if (!Files.isReadable(file)) {
            throw new IOException("can't read " + file);
        }
    }
}
