package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.fake.FakeRecording;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecordingStatisticsTest {
    private final FakeRecording recording = new FakeRecording();

    @Test
    void messages_pairs_errors_and_names_are_counted() {
        recording.exchange("pump", "start", Map.of(), 1L);
        recording.failure("valve", "open", Map.of(), "stuck");
        recording.request("pump", "stop", Map.of(), Payload.JSON);

        assertThat(counted().row())
                .containsEntry("messages", 5L)
                .containsEntry("pairs", 2L)
                .containsEntry("errors", 1L)
                .containsEntry("unanswered", 1L)
                .containsEntry("plugins", 3L)
                .containsEntry("commands", 3L)
                .containsEntry("seconds", 0.4)
                .containsEntry("gaps", 0L);
        assertThat(counted().gaps()).isEmpty();
    }

    @Test
    void what_is_missing_is_said() {
        recording.event("missed", Map.of("count", 5L, "by", "hub"));
        recording.event("missed", Collections.singletonMap("count", null));
        recording.event("hub_lost", Map.of("hub", "tcp://h:1"));
        recording.event("hub_back", Map.of("hub", "tcp://h:1"));
        recording.raw(FakeRecording.HEADER.line() + "\n").raw("{\"time\":");

        RecordingStatistics counted = counted();

        assertThat(counted.row())
                .containsEntry("missed", 5L)
                .containsEntry("gaps", 5L)
                .containsEntry("messages", 0L);
        assertThat(counted.gaps())
                .isEqualTo("rec: broadcasts were missed 2 times; the hub was lost; it was continued;"
                        + " the end was cut, as when the recorder is killed");
    }

    @Test
    void of_too_many_open_requests_the_oldest_are_unanswered() {
        String first = recording.request("pump", "start", Map.of(), Payload.JSON);
        RecordingStatistics counted = new RecordingStatistics("rec", FakeRecording.START);
        RecordedMessage request = (RecordedMessage) recording.reader().next();
        counted.take(request);
        for (int i = 0; i < RecordingStatistics.MAX_OPEN_REQUESTS; i++) {
            counted.take(new RecordedMessage(
                    request.time(), request.since(), "ui", "pump", request.type(), "go", "n" + i, false, new byte[0]));
        }
        recording.reply(first, "pump", "start", 1L, null, Payload.JSON);
        RecordingReader reader = recording.reader();
        reader.next();
        counted.take(reader.next());

        assertThat(counted.row())
                .containsEntry("pairs", 0L)
                .containsEntry("unanswered", 1L + RecordingStatistics.MAX_OPEN_REQUESTS);
    }

    private RecordingStatistics counted() {
        RecordingStatistics statistics = new RecordingStatistics("rec", FakeRecording.START);
        RecordingReader reader = recording.reader();
        for (RecordedLine line = reader.next(); line != null; line = reader.next()) {
            statistics.take(line);
        }
        if (reader.isCut()) {
            statistics.cut();
        }
        return statistics;
    }
}
