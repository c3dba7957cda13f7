package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Columns: the arguments; the number of the first that was not UTF-8, as this process was given no such text. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``           | 0
            ping hub     | 0
            \ufffd       | 1
            ping x\ufffdy z\ufffd | 2
            ping hub a=\ufffd | 3
            """)
    void the_first_argument_that_is_not_utf_8_is_named(String arguments, int number) {
        assumeThat(Path.of("/proc/self/cmdline")).exists();

        assertThat(ProcessText.unreadable(List.of(arguments.split(" ", -1)))).isEqualTo(number);
    }

    /** Columns: a variable, its value, and what is named. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            HUBSH_HUB | tcp://a:1 | ``
            HUBSH_HUB | \ufffd    | HUBSH_HUB
            OTHER     | \ufffd    | ``
            HUBSH     | \ufffd    | ``
            """)
    void a_variable_of_ours_that_is_not_utf_8_is_named(String name, String value, String named) {
        assumeThat(Path.of("/proc/self/environ")).exists();

        assertThat(ProcessText.unreadable(Map.of(name, value, "HUBSH_NAME", "größe")))
                .isEqualTo(named);
        assertThat(ProcessText.unreadable(Map.of())).isEmpty();
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
