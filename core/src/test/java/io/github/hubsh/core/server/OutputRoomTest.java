package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutputRoomTest {
    private static final long LIMIT = 8 << 20;
    private static final int SMALL = (64 << 10) - 1;
    private static final int LARGE = 64 << 10;

    private final MemoryBudget budget = new MemoryBudget(LIMIT);
    private final OutputRoom room = new OutputRoom(budget);

    @ParameterizedTest
    @CsvSource({"0, true", "65535, true", "65536, false", "9999999, false"})
    void little_waits_below_sixty_four_kilobytes(long unsent, boolean isShort) {
        assertThat(OutputRoom.isShort(unsent)).isEqualTo(isShort);
    }

    @ParameterizedTest
    @CsvSource({
        // used, size, unsent, an answer, a broadcast
        "0, " + LARGE + ", " + LARGE + ", true, true",
        "2097151, " + LARGE + ", " + LARGE + ", true, true",
        "2097152, " + LARGE + ", " + LARGE + ", true, false",
        "2097152, " + SMALL + ", " + LARGE + ", true, false",
        "2097152, " + LARGE + ", " + SMALL + ", true, true",
        "8388607, " + LARGE + ", " + SMALL + ", true, true",
        "8388608, " + LARGE + ", " + SMALL + ", false, false",
        "8388608, " + SMALL + ", " + LARGE + ", false, false",
        "8388608, " + SMALL + ", " + SMALL + ", true, true",
        "9999999, 0, 0, true, true"
    })
    void broadcasts_leave_room_for_answers_and_a_peer_that_reads_always_gets_a_small_message(
            long used, long size, long unsent, boolean answer, boolean broadcast) {
        budget.take(used);
        assertThat(room.takes(size, unsent)).isEqualTo(answer);
        assertThat(room.takesBroadcast(size, unsent)).isEqualTo(broadcast);
    }
}
