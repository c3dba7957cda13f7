package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WriteProgressTest {
    private final WriteProgress progress = new WriteProgress(10, 0);

    @Test
    void a_peer_for_which_nothing_waits_is_never_stuck() {
        assertThat(progress.isStuck(0, 0, 100)).isFalse();
        assertThat(progress.isStuck(0, 0, 200)).isFalse();
    }

    @Test
    void a_peer_that_reads_nothing_for_the_whole_time_is_stuck() {
        assertThat(progress.isStuck(0, 1000, 5)).isFalse();
        assertThat(progress.isStuck(0, 1000, 14)).isFalse();
        assertThat(progress.isStuck(0, 2000, 15)).isTrue();
    }

    @Test
    void what_has_just_begun_to_wait_after_a_long_silence_is_not_stuck() {
        assertThat(progress.isStuck(0, 0, 5)).isFalse();
        assertThat(progress.isStuck(0, 1000, 100)).isFalse();
        assertThat(progress.isStuck(0, 1000, 109)).isFalse();
        assertThat(progress.isStuck(0, 1000, 110)).isTrue();
    }

    @Test
    void any_byte_that_has_gone_is_progress() {
        assertThat(progress.isStuck(1, 1000, 9)).isFalse();
        assertThat(progress.isStuck(2, 1000, 18)).isFalse();
        assertThat(progress.isStuck(2, 999, 27)).isFalse();
        assertThat(progress.isStuck(2, 999, 36)).isFalse();
        assertThat(progress.isStuck(2, 999, 37)).isTrue();
    }
}
