package io.github.hubsh.shell.verb.hubs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeygenVerbTest {
    private static final String KEY = "Z".repeat(40);

    private final ShellBench bench = ShellBench.terminal();

    @Test
    void both_files_are_named_beside_the_public_key() {
        assertThat(bench.run("keygen keys/ann")).isZero();

        assertThat(bench.session.calls).containsExactly("keygen keys/ann");
        assertThat(bench.screen.messages()).isEqualTo("keep keys/ann.key to yourself; keys/ann.pub is for others\n");
        assertThat(bench.screen.data()).isEqualTo("""
                public_key   %s
                public_file  keys/ann.pub
                secret_file  keys/ann.key
                """.formatted(KEY));
    }

    @Test
    void the_public_key_alone_is_for_a_script() {
        assertThat(bench.run("keygen ann --z85")).isZero();

        assertThat(bench.screen.data()).isEqualTo(KEY + "\n");
        assertThat(bench.screen.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys/", "ann.key", "ann.pub"})
    void a_name_with_an_ending_makes_nothing(String name) {
        assertThat(bench.run("keygen " + name)).isEqualTo(2);

        assertThat(bench.session.calls).isEmpty();
        assertThat(bench.screen.messages()).isEqualTo("""
                error: expected the name of the keys, without an ending
                  keygen %s
                         ^
                  keygen ann makes ann.key and ann.pub
                """.formatted(name));
    }
}
