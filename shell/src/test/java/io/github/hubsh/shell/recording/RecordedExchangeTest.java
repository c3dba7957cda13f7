package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A recorded request, with and without its reply. */
final class RecordedExchangeTest {
    private static final Instant START = Instant.parse("2024-01-01T10:00:00Z");

    private final RecordedMessage request = message("execute_request", "ui", "pump", 0, 100);
    private final RecordedMessage reply = message("execute_reply", "pump", "ui", 250, 30);

    @Test
    void its_round_trip_is_the_time_between_both_and_its_size_that_of_both() {
        RecordedExchange answered = new RecordedExchange(request, reply, "lab");

        assertThat(answered.roundTrip()).isEqualTo(Duration.ofMillis(250));
        assertThat(answered.size()).isEqualTo(130);
    }

    @Test
    void without_a_reply_there_is_no_round_trip_and_only_the_request_has_a_size() {
        RecordedExchange silent = new RecordedExchange(request, null, "lab");

        assertThat(silent.roundTrip()).isNull();
        assertThat(silent.size()).isEqualTo(100);
    }

    @Test
    void the_hub_is_asked_by_its_name() {
        assertThat(new RecordedExchange(request, reply, "lab").isToHub()).isFalse();
        assertThat(new RecordedExchange(request, reply, "pump").isToHub()).isTrue();
    }

    private static RecordedMessage message(String type, String source, String target, long millis, int size) {
        return new RecordedMessage(
                START.plusMillis(millis),
                Duration.ofMillis(millis),
                source,
                target,
                type,
                "run",
                "s1",
                /* failed= */ false,
                new byte[size]);
    }
}
