package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HostFunctionsTest {
    @Test
    void a_call_beside_the_script_ends_even_where_it_has_a_defect() {
        String text = HostFunctions.guardedBeside(() -> {
            throw new IllegalStateException("broken");
        });

        assertThat(text).startsWith("!").contains("IllegalStateException: broken");
        assertThat(HostFunctions.guardedBeside(() -> "=1")).isEqualTo("=1");
    }
}
