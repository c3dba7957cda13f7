package io.github.hubsh.shell.verb.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.word.ShellException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines at the end of a recording. */
final class RecordingEndTest {
    private static final String HEADER = "\\{\"hubsh_recording\":1,\"start\":\"[^\"]*\",\"hub\":\"tcp://real:1\","
            + "\"hub_name\":\"lab\",\"versions\":\\{\"hubsh\":\"1.2.3\"},\"filters\":\\{},\"part\":1}\n";

    private final ShellBench bench = ShellBench.terminal();

    /** Columns: what the file holds, and what of it stands before the lines that are added. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":1}§         | {"a":1}§
            {"a":1}          | {"a":1}§
            {"a":1}§{"b      | {"a":1}§{"b§
            """)
    void lines_are_added_behind_one_header_and_never_to_a_line_that_was_cut(String content, String kept) {
        bench.files.with("rec.jsonl", content.replace('§', '\n'));

        try (RecordingEnd end = end("rec.jsonl")) {
            end.add("{\"c\":1}\n".getBytes(UTF_8), "lab");
            end.add("{\"d\":1}\n{\"e\":1}\n".getBytes(UTF_8), "lab");
        }

        String text = bench.files.text("rec.jsonl");
        String before = kept.replace('§', '\n');
        assertThat(text).startsWith(before);
        assertThat(text.substring(before.length())).matches(HEADER + "\\{\"c\":1}\n\\{\"d\":1}\n\\{\"e\":1}\n");
    }

    @Test
    void nothing_is_written_before_the_first_line() {
        bench.files.with("rec.jsonl", "{\"a\":1}");

        end("rec.jsonl").close();

        assertThat(bench.files.text("rec.jsonl")).isEqualTo("{\"a\":1}");
    }

    @Test
    void a_file_in_gzip_gets_members_of_its_own() throws IOException {
        String recording = FakeRecording.session().text();
        bench.files.write("rec.jsonl.gz", gzip(recording), false);

        try (RecordingEnd end = end("rec.jsonl.gz")) {
            end.add("{\"c\":1}\n".getBytes(UTF_8), "lab");
            end.add("{\"d\":1}\n".getBytes(UTF_8), "lab");
        }

        byte[] packed = bench.files.bytes("rec.jsonl.gz");
        assertThat(packed).startsWith(gzip(recording));
        String text = new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), UTF_8);
        assertThat(text).startsWith(recording);
        assertThat(text.substring(recording.length())).matches(HEADER + "\\{\"c\":1}\n\\{\"d\":1}\n");
    }

    @Test
    void a_file_in_gzip_that_is_cut_or_no_recording_is_refused_and_stays_as_it_is() throws IOException {
        byte[] whole = gzip(FakeRecording.session().text());
        byte[] cut = Arrays.copyOf(whole, whole.length - 12);
        bench.files.write("cut.jsonl.gz", cut, false);
        bench.files.write("notes.gz", gzip("no recording\n"), false);

        refused("cut.jsonl.gz", "cut.jsonl.gz was cut when its recorder was killed");
        refused("notes.gz", "notes.gz is there, and is no recording");
        assertThat(bench.files.bytes("cut.jsonl.gz")).isEqualTo(cut);
    }

    @Test
    void a_place_that_cannot_be_written_is_refused_before_anything_is_asked() {
        refused("/nowhere/rec.jsonl", "there is no directory /nowhere");
    }

    private void refused(String file, String message) {
        assertThatThrownBy(() -> end(file)).isInstanceOf(ShellException.class).hasMessage(message);
    }

    private RecordingEnd end(String file) {
        return RecordingEnd.of(file, "tcp://real:1", bench.session);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
