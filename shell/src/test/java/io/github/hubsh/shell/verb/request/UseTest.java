package io.github.hubsh.shell.verb.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.api.Test;

final class UseTest {
    private final ShellBench bench = ShellBench.pipe();

    @Test
    void a_plugin_that_is_not_registered_is_a_warning_with_a_suggestion() {
        assertThat(bench.run("use plugin_b")).isZero();

        assertThat(bench.screen.messages())
                .isEqualTo("warning: no plugin 'plugin_b' is registered now; did you mean 'plugin_a'?\n");
        assertThat(bench.session.memory().context().focus()).isEqualTo("plugin_b");
    }

    @Test
    void a_one_shot_asks_the_hub() {
        bench.session.knowsPlugins = false;

        bench.run("use plugin_b; use plugin_a; use hub; use -");

        assertThat(bench.screen.messages())
                .isEqualTo("warning: no plugin 'plugin_b' is registered now; did you mean 'plugin_a'?\n");
    }

    @Test
    void without_a_hub_nothing_is_known() {
        bench.session.knowsPlugins = false;
        bench.session.hubIsThere = false;

        assertThat(bench.run("use plugin_b; use")).isZero();

        assertThat(bench.screen.messages()).isEmpty();
        assertThat(bench.screen.data()).isEqualTo("plugin_b\n");
    }
}
