package io.github.hubsh.shell.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class RecordingReaderTest {
    private static final Map<String, Object> POINT = Map.of("x", 1L);

    @Test
    void what_was_written_is_read_again() throws ContentException {
        RecordingReader reader = new FakeRecording()
                .exchange("pump", "set", POINT, "done")
                .failure("pump", "stop", POINT, "no power")
                .event(RecordedEvent.MISSED, Map.of("count", 7L, "by", "hub"))
                .reader();

        assertThat(reader.header()).isEqualTo(FakeRecording.HEADER);
        RecordedMessage request = (RecordedMessage) reader.next();
        assertThat(request.command()).isEqualTo("set");
        assertThat(request.since()).isEqualTo(Duration.ZERO);
        ExecuteRequest sent = request.request();
        assertThat(sent.target()).isEqualTo("pump");
        assertThat(ContentData.decode(sent.arguments())).isEqualTo(POINT);
        RecordedMessage reply = (RecordedMessage) reader.next();
        assertThat(reply.since()).isEqualTo(FakeRecording.STEP);
        assertThat(ContentData.decode(reply.reply().result())).isEqualTo("done");
        assertThat(reply.failed()).isFalse();
        reader.next();
        RecordedMessage failure = (RecordedMessage) reader.next();
        assertThat(failure.failed()).isTrue();
        assertThat(failure.reply().error()).isEqualTo(RemoteError.ofText("no power"));
        RecordedEvent missed = (RecordedEvent) reader.next();
        assertThat(missed.missed()).isEqualTo(7);
        assertThat(reader.next()).isNull();
        assertThat(reader.isCut()).isFalse();
    }

    @Test
    void only_what_the_line_does_not_say_is_kept_as_it_came() throws ContentException {
        FakeRecording recording = new FakeRecording()
                .exchange("pump", "set", POINT, Map.of("nan", Double.NaN))
                .exchange("pump", "set", Map.of("t", Tuple.of(1L, 2L)), null, Payload.PICKLE);
        List<String> lines = recording.text().lines().toList();

        assertThat(lines.get(1)).doesNotContain("\"raw\"").contains("\"data\":{\"x\":1}");
        assertThat(lines.get(2)).contains("\"raw\"").contains("\"data\":{\"nan\":\"NaN\"}");
        assertThat(lines.get(3)).contains("\"raw\"").contains("\"data\":{\"t\":[1,2]}");
        RecordingReader reader = recording.reader();
        reader.next();
        ExecuteReply reply = ((RecordedMessage) reader.next()).reply();
        assertThat(ContentData.decode(reply.result())).isEqualTo(Map.of("nan", Double.NaN));
        ExecuteRequest request = ((RecordedMessage) reader.next()).request();
        assertThat(((Map<?, ?>) ContentData.decode(request.arguments())).get("t"))
                .isInstanceOf(Tuple.class);
    }

    @Test
    void a_line_that_a_crash_has_cut_is_left_out() {
        byte[] whole = new FakeRecording().exchange("pump", "set", POINT, null).bytes();
        RecordingReader reader = new RecordingReader("r", new ByteArrayInputStream(whole, 0, whole.length - 3));

        assertThat(reader.next()).isInstanceOf(RecordedMessage.class);
        assertThat(reader.next()).isNull();
        assertThat(reader.isCut()).isTrue();
    }

    @Test
    void a_recording_that_was_continued_after_a_crash_is_read_to_its_end() {
        FakeRecording recording = new FakeRecording()
                .exchange("pump", "set", POINT, null)
                .raw("{\"time\":\"2024-\n")
                .raw(FakeRecording.HEADER.line() + "\n");
        recording.request("pump", "stop", POINT, Payload.JSON);
        RecordingReader reader = recording.reader();
        reader.next();
        reader.next();

        assertThat(((RecordedEvent) reader.next()).kind()).isEqualTo(RecordedEvent.STARTED);
        assertThat(((RecordedMessage) reader.next()).command()).isEqualTo("stop");
        assertThat(reader.next()).isNull();
    }

    @Test
    void whole_members_of_gzip_are_read_one_after_the_other_and_the_rest_of_a_cut_one_is_left_out() throws IOException {
        FakeRecording recording = new FakeRecording().exchange("pump", "set", POINT, null);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (String line : recording.text().lines().toList()) {
            members.writeBytes(zipped(line + "\n"));
        }
        byte[] all = members.toByteArray();

        assertThat(count(all)).isEqualTo(2);
        assertThat(count(Arrays.copyOf(all, all.length - 60))).isEqualTo(1);
    }

    @Test
    void a_line_that_is_none_is_an_error_with_its_number() {
        RecordingReader reader = new FakeRecording().raw("[1]\n").reader();

        assertThatThrownBy(reader::next)
                .isInstanceOfSatisfying(
                        ShellException.class, e -> assertThat(e.problem()).isEqualTo(Problem.BAD_FILE))
                .hasMessage("this is no line of a recording: it is no object")
                .satisfies(e -> assertThat(((ShellException) e).source()).hasToString("rec.jsonl:2"));
    }

    @Test
    void another_file_is_no_recording() {
        assertThatThrownBy(() -> read("{\"a\":1}\n")).hasMessage("x is no recording");
        assertThatThrownBy(() -> read("")).hasMessage("x is no recording");
        assertThatThrownBy(() -> read("hello\n")).hasMessageStartingWith("x is no recording");
        assertThatThrownBy(() -> read("{\"hubsh_recording\":2,\"start\":\"2024-01-01T10:00:00Z\"}\n"))
                .hasMessage("x is a recording of a newer hubsh");
    }

    private static void read(String text) {
        new RecordingReader("x", new ByteArrayInputStream(text.getBytes(UTF_8))).close();
    }

    private static int count(byte[] content) {
        RecordingReader reader = new RecordingReader("r", new ByteArrayInputStream(content));
        int count = 0;
        while (reader.next() != null) {
            count++;
        }
        return count;
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream member = new GZIPOutputStream(bytes)) {
            member.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void halves_of_surrogate_pairs_are_kept_though_json_has_none() {
        Map<String, Object> odd = Map.of("\ud800", "a\udc00b");
        RecordingReader reader = new FakeRecording()
                .exchange("pump", "go", odd, odd)
                .exchange("pump", "go", odd, odd, Payload.PICKLE)
                .reader();

        for (int i = 0; i < 4; i++) {
            RecordedMessage message = (RecordedMessage) reader.next();
            assertThat(message.broadcast().facts(ContentData::decodeOrExplain)).containsEntry("data", odd);
        }
    }
}
