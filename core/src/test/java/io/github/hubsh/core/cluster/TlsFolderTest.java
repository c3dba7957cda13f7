package io.github.hubsh.core.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a folder fit for TLS. Whether servers and hubs believe each other is for ClusterSecurityIT. */
final class TlsFolderTest {
    @TempDir
    private Path folder;

    /** What each file holds, and the error, in which FOLDER is the folder. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            one   | -     | -     | -
            two   | -     | -     | -
            one   | one   | -     | -
            one   | one   | EC    | -
            -     | -     | -     | there is no file FOLDER/ca.pem
            -     | one   | EC    | there is no file FOLDER/ca.pem
            dir   | -     | -     | there is no file FOLDER/ca.pem
            empty | -     | -     | no certificate in FOLDER/ca.pem
            words | -     | -     | can't use the certificates and keys in FOLDER: *
            half  | -     | -     | can't use the certificates and keys in FOLDER: *
            one   | -     | EC    | there is no file FOLDER/cert.pem
            one   | empty | EC    | no certificate in FOLDER/cert.pem
            one   | half  | EC    | can't use the certificates and keys in FOLDER: *
            one   | two   | EC    | can't use the certificates and keys in FOLDER: *
            one   | one   | RSA   | can't use the certificates and keys in FOLDER: *
            one   | one   | words | FOLDER/key.pem holds no key of PKCS #8: openssl pkcs8 * -out FOLDER/key.pem
            one   | one   | SEC1  | FOLDER/key.pem holds no key of PKCS #8: openssl pkcs8 * -out FOLDER/key.pem
            one   | one   | empty | FOLDER/key.pem holds no key of PKCS #8: openssl pkcs8 * -out FOLDER/key.pem
            one   | one   | half  | can't use the certificates and keys in FOLDER: *
            one   | one   | stars | can't use the certificates and keys in FOLDER: *
            """)
    void an_authority_is_enough_and_a_key_needs_its_certificate(
            @Nullable String ca, @Nullable String cert, @Nullable String key, @Nullable String error) throws Exception {
        write("ca.pem", ca);
        write("cert.pem", cert);
        write("key.pem", key);
        if (error == null) {
            assertThat(TlsFolder.context(folder).getProtocol()).isEqualTo("TLS");
            return;
        }
        String message = error.replace("FOLDER", folder.toString());
        assertThatThrownBy(() -> TlsFolder.context(folder))
                .isInstanceOf(IOException.class)
                .message()
                .matches("(?s)\\Q" + message.replace("*", "\\E.+\\Q") + "\\E");
    }

    @Test
    void a_folder_that_is_not_there_has_no_authority() {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> TlsFolder.context(none))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no file " + none.resolve("ca.pem"));
    }

    @ParameterizedTest
    @CsvSource({"rw-r-----", "rw--w----", "rw----r--", "rw-----w-", "rwxrwxrwx"})
    void a_key_that_others_can_read_or_change_is_refused(String permissions) throws Exception {
        write("ca.pem", "one");
        write("cert.pem", "one");
        write("key.pem", "EC");
        Path key = folder.resolve("key.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(() -> TlsFolder.context(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("others can read the secret in " + key + ": chmod 600 " + key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rwx--x--x"));
        assertThat(TlsFolder.context(folder)).isNotNull();
    }

    private void write(String name, @Nullable String content) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name);
        if (content == null) {
            return;
        } else if (content.equals("dir")) {
            Files.createDirectory(file);
            return;
        }
        Files.writeString(file, text(content));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String text(String content) throws IOException, GeneralSecurityException {
        return switch (content) {
            case "one" -> certificate();
            case "two" -> certificate() + certificate();
            case "half" -> half(certificate()) + half(key("EC", "PRIVATE KEY"));
            case "EC", "RSA" -> key(content, "PRIVATE KEY");
            case "SEC1" -> key("EC", "EC PRIVATE KEY");
            case "stars" -> key("EC", "PRIVATE KEY").replace("M", "*");
            case "empty" -> "";
            default -> content;
        };
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }

    private static String key(String algorithm, String kind) throws GeneralSecurityException {
        byte[] key = KeyPairGenerator.getInstance(algorithm)
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + kind
                + "-----\n";
    }

    private static String certificate() throws IOException {
        try (InputStream in = Objects.requireNonNull(TlsFolderTest.class.getResourceAsStream("/tls/certificate.pem"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
