package io.github.hubsh.core.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.plugin.Plugin;
import org.junit.jupiter.api.Test;

/** Names of loggers. */
final class InstanceLogTest {
    @Test
    void a_logger_is_named_by_class_and_instance() {
        assertThat(InstanceLog.of(Plugin.class, "microdrop.pump").name())
                .isEqualTo("io.github.hubsh.core.plugin.Plugin.microdrop.pump");
    }

    @Test
    void a_name_cannot_drive_the_terminal_that_shows_the_log() {
        assertThat(InstanceLog.of(Plugin.class, "a\u001b[2J").name()).endsWith(".a?[2J");
    }
}
