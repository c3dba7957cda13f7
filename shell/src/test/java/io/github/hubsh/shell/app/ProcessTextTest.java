package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessTextTest {
    @TempDir
    Path folder;

    @Test
    void the_environment_has_the_locale_of_the_user() {
        Map<String, String> given = Map.of("LC_ALL", "C.UTF-8", "HOME", "/h");

        assertThat(ProcessText.environment(given, "C")).isEqualTo(Map.of("LC_ALL", "C", "HOME", "/h"));
        assertThat(ProcessText.environment(given, null)).isSameAs(given);
        assertThat(ProcessText.environment(given, "")).isEqualTo(Map.of("HOME", "/h"));
    }

    @Test
    void an_argument_with_a_replaced_byte_is_found() {
        assertThat(ProcessText.unreadable(List.of("ping", "größe", "電極"))).isZero();
    }

    @Test
    void a_replacement_character_that_was_typed_is_one() throws IOException {
        Path typed = Files.write(folder.resolve("typed"), "hubsh\0x=\ufffd".getBytes(StandardCharsets.UTF_8));
        Path replaced = Files.write(folder.resolve("replaced"), new byte[] {'h', 0, 'x', '=', (byte) 0xb5});

        assertThat(ProcessText.isTyped(typed)).isTrue();
        assertThat(ProcessText.isTyped(replaced)).isFalse();
        assertThat(ProcessText.isTyped(folder.resolve("missing"))).isTrue();
    }
}
