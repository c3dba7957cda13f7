package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProgramOptionsTest {
    @Test
    void the_page_of_the_program_has_at_most_80_columns() {
        assertThat(ProgramOptions.help()).isNotEmpty().allMatch(line -> line.length() <= 80);
    }
}
