package io.github.hubsh.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CertificateTest {
    private static final CurveKeyPair PAIR = CurveKeyPair.generate(new Random(5));

    @Test
    void reads_what_pyzmq_writes() throws CertificateException {
        Certificate read = Certificate.parse("""
                #   ****  Generated on 2026-01-01 12:00:00.000000 by pyzmq  ****
                #   ZeroMQ CURVE **Secret** Certificate
                #   DO NOT PROVIDE THIS FILE TO OTHER USERS nor change its permissions.

                metadata
                    names = lab-*
                    note = 'a = b'
                curve
                    public-key = "%s"
                    secret-key = "%s"
                """.formatted(PAIR.publicKey(), PAIR.secretZ85()));
        assertThat(read.publicKey()).isEqualTo(PAIR.publicKey());
        assertThat(read.pair()).isNotNull();
        assertThat(read.metadata()).containsExactly(Map.entry("names", "lab-*"), Map.entry("note", "a = b"));
    }

    @Test
    void what_is_written_is_read_again() throws CertificateException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("names", "a, b");
        metadata.put("owner", "Ada \"the\" first\n");
        Certificate secret = new Certificate(PAIR.publicKey(), PAIR, metadata);
        Certificate read = Certificate.parse(secret.format());
        assertThat(read.pair()).isNotNull().extracting(CurveKeyPair::secretZ85).isEqualTo(PAIR.secretZ85());
        assertThat(read.metadata()).containsEntry("owner", "Ada the first");
        Certificate open = Certificate.parse(secret.withoutSecret().format());
        assertThat(open.pair()).isNull();
        assertThat(open.format())
                .doesNotContain("secret-key")
                .contains(PAIR.publicKey().z85());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    curve                            | there is no line public-key = "…"
                    deny = "pump/*                   | line 1: a value that begins with a quote ends with it
                    deny = "                         | line 1: a value that begins with a quote ends with it
                    deny = "pump/*" # and no more    | line 1: a value that begins with a quote ends with it
                    hello                            | line 1 is no comment, no section (metadata, curve), and no NAME = VALUE
                    public-key = abc                 | line 1 (public-key): a key has 40 characters of Z85, this text has 3
                    public-key = KEY~                | line 1 (public-key): character 40 of the key is none of Z85
                    public-key = #####KEY            | line 1 (public-key): the characters of a key from 1 on stand for no four bytes
                    metadata;a = 1;a = 2             | line 3: the name 'a' is empty, is there twice, or is one of more than 100
                    public-key = KEYx;secret-key = S | the secret key does not belong to the public one
                    """)
    void says_what_is_wrong_and_where(String text, String problem) {
        String other = CurveKeyPair.generate(new Random(6)).publicKey().z85();
        String written = text.replace(';', '\n')
                .replace("KEY~", other.substring(1) + "~")
                .replace("#####KEY", "#####" + other.substring(5))
                .replace("KEYx", other)
                .replace("= S", "= " + PAIR.secretZ85());
        assertThatThrownBy(() -> Certificate.parse(written))
                .isInstanceOf(CertificateException.class)
                .hasMessage(problem);
    }

    @Test
    void a_secret_is_not_shown_by_accident() {
        assertThat(PAIR + " " + Certificate.of(PAIR)).doesNotContain(PAIR.secretZ85());
        assertThatThrownBy(() -> CurveKeyPair.ofSecret(PAIR.secretZ85().substring(1)))
                .hasMessageNotContaining(PAIR.secretZ85().substring(1));
    }

    @Test
    void reads_regular_files_of_a_bounded_size_only(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.key");
        Files.writeString(file, Certificate.of(PAIR).format());
        assertThat(Certificate.read(file).publicKey()).isEqualTo(PAIR.publicKey());
        Files.writeString(file, "#".repeat(1 << 20));
        assertThatThrownBy(() -> Certificate.read(file)).hasMessageContaining("at most 65536 bytes");
        assertThatThrownBy(() -> Certificate.read(folder)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Certificate.read(folder.resolve("none"))).isInstanceOf(IOException.class);
    }

    @Test
    void z85_is_that_of_the_specification() {
        byte[] hello = {(byte) 0x86, 0x4F, (byte) 0xD2, 0x6F, (byte) 0xB5, 0x59, (byte) 0xF7, 0x5B};
        assertThat(Z85.encode(hello)).isEqualTo("HelloWorld");
        assertThat(CurveKey.parse(PAIR.publicKey().z85())).isEqualTo(PAIR.publicKey());
        assertThatThrownBy(() -> Z85.encode(new byte[3])).isInstanceOf(IllegalArgumentException.class);
    }
}
