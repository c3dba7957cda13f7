package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.fake.FakeFiles;
import io.github.hubsh.shell.fake.FakeRecording;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Recordings in several files: where one ends, the next goes on. */
final class RecordingSequenceTest {
    private final FakeFiles files = new FakeFiles();

    @Test
    void a_reply_in_the_next_file_belongs_to_its_request() {
        FakeRecording recording = new FakeRecording();
        String open = recording.request("pump", "run", Map.of(), Payload.JSON);
        recording.exchange("lamp", "on", Map.of(), 2L).reply(open, "pump", "run", 1L, null, Payload.JSON);
        recording.intoParts(files, 1);
        Exchanges exchanges = new Exchanges(sequence("rec.jsonl", "rec-2.jsonl"), request -> true);

        assertThat(exchanges.next().reply().session()).isEqualTo(open);
        assertThat(exchanges.next().reply()).isNotNull();
        assertThat(exchanges.next()).isNull();
    }

    @Test
    void the_parts_of_a_recording_end_where_another_one_begins_or_the_same_again() {
        FakeRecording.session().intoParts(files, 2);
        RecordingHeader other =
                new RecordingHeader(FakeRecording.START.plusSeconds(60), "tcp://h:1", "hub", Map.of(), Map.of(), 1);
        files.with("other.jsonl", other.line() + "\n");
        Deque<String> names =
                new ArrayDeque<>(List.of("rec.jsonl", "rec-2.jsonl", "rec.jsonl", "rec-2.jsonl", "other.jsonl"));

        assertThat(messages(RecordingSequence.ofParts(names, files))).isEqualTo(4);
        assertThat(names).containsExactly("rec.jsonl", "rec-2.jsonl", "other.jsonl");
        assertThat(messages(RecordingSequence.ofParts(names, files))).isEqualTo(4);
        assertThat(names).containsExactly("other.jsonl");
        assertThat(messages(RecordingSequence.ofParts(names, files))).isZero();
        assertThat(names).isEmpty();
    }

    @Test
    void the_parts_of_a_recording_come_in_the_order_in_which_they_were_written() {
        FakeRecording.session().intoParts(files, 2);
        RecordingHeader other =
                new RecordingHeader(FakeRecording.START.plusSeconds(60), "tcp://h:1", "hub", Map.of(), Map.of(), 1);
        files.with("lab.jsonl", other.line() + "\n").with("lab-2.jsonl", FakeRecording.HEADER.line() + "\n");

        // A part among others, as rec*.jsonl gives them; files that are no parts of one recording; nothing to open.
        assertThat(inOrder("rec-2.jsonl", "-", "rec.jsonl")).containsExactly("rec.jsonl", "-", "rec-2.jsonl");
        assertThat(inOrder("lab-2.jsonl", "lab.jsonl")).containsExactly("lab-2.jsonl", "lab.jsonl");
        assertThat(inOrder("rec-2.jsonl", "rec.jsonl", "rec-2.jsonl"))
                .containsExactly("rec-2.jsonl", "rec.jsonl", "rec-2.jsonl");
        assertThat(inOrder("rec-9.jsonl", "rec.jsonl")).containsExactly("rec-9.jsonl", "rec.jsonl");
        assertThat(messages(sequence("rec-2.jsonl", "rec.jsonl"))).isEqualTo(4);
    }

    private List<String> inOrder(String... names) {
        return RecordingSequence.inOrder(List.of(names), files);
    }

    @Test
    void a_file_that_was_continued_on_another_hub_has_that_hubs_name_from_there_on() {
        RecordingHeader next = new RecordingHeader(FakeRecording.START, "tcp://h:1", "desk", Map.of(), Map.of(), 1);
        FakeRecording recording = new FakeRecording()
                .exchange("hub", "ping", Map.of(), null)
                .raw(next.line() + "\n")
                .exchange("desk", "ping", Map.of(), null)
                .exchange("hub", "ping", Map.of(), null);
        Exchanges exchanges = new Exchanges(recording.reader(), request -> true);

        assertThat(exchanges.next().isToHub()).isTrue();
        assertThat(exchanges.next().isToHub()).isTrue();
        assertThat(exchanges.next().isToHub()).isFalse();
    }

    private RecordingSequence sequence(String... names) {
        return RecordingSequence.of(List.of(names), files);
    }

    private static int messages(RecordingSequence recording) {
        try (recording) {
            int messages = 0;
            for (RecordedLine line = recording.next(); line != null; line = recording.next()) {
                messages += line instanceof RecordedMessage ? 1 : 0;
            }
            return messages;
        }
    }
}
