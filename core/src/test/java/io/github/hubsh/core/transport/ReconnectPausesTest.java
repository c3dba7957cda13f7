package io.github.hubsh.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReconnectPausesTest {
    private static final long MILLI = 1_000_000;

    @Test
    void pauses_grow_with_each_failure_and_begin_again_after_a_success() {
        ReconnectPauses pauses = new ReconnectPauses(-7);
        assertThat(pauses.due()).isEqualTo(-7);
        for (long expected : new long[] {10, 20, 40, 80, 160, 250, 250}) {
            pauses.failed(0);
            assertThat(pauses.due()).isEqualTo(expected * MILLI);
        }
        pauses.succeeded();
        pauses.failed(MILLI);
        assertThat(pauses.due()).isEqualTo(11 * MILLI);
    }
}
