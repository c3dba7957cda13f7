package io.github.hubsh.shell.verb.observe.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.fake.ShellBench;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recording of three requests within half a second, of which one has failed and one has no reply. */
final class RecordingVerbTest {
    private static final String REQUEST = "{\"time\":\"2024-01-01T10:00:00Z\",\"source\":\"ui\",\"target\":\"pump\","
            + "\"type\":\"execute_request\",\"command\":\"start\",\"data\":{\"x\":1}}\n";

    private final FakeRecording recording = new FakeRecording();
    private ShellBench bench = ShellBench.pipe();

    @BeforeEach
    void write() {
        recording.exchange("pump", "start", Map.of("x", 1L), 7L);
        recording.failure("valve", "open", Map.of(), "stuck");
        recording.event("missed", Map.of("count", 3L, "by", "hub"));
        recording.request("pump", "stop", Map.of(), Payload.PICKLE);
        bench.files.with("rec.jsonl", recording.text());
    }

    @Test
    void it_is_shown_as_tail_shows_it() {
        assertThat(bench.run("recording show rec.jsonl")).isZero();

        assertThat(bench.screen.data()).startsWith(REQUEST).hasLineCount(5).doesNotContain("session", "raw", "since");
        assertThat(bench.screen.messages()).contains("2024-01-01T10:00:00.400Z: 3 broadcasts are missing");
    }

    @Test
    void with_json_what_was_missed_stands_among_the_messages() {
        assertThat(bench.run("recording show rec.jsonl --json")).isZero();

        assertThat(bench.screen.data().lines().toList().get(4))
                .startsWith("{\"time\":\"2024-01-01T10:00:00.400Z\",\"event\":\"missed\",")
                .contains("\"count\":3");
    }

    @Test
    void commands_are_counted_with_their_replies_and_errors() {
        assertThat(bench.run("recording info rec.jsonl --commands")).isZero();

        assertThat(bench.screen.data())
                .isEqualTo("[{\"plugin\":\"pump\",\"command\":\"start\",\"requests\":1,\"replies\":1,\"errors\":0},"
                        + "{\"plugin\":\"pump\",\"command\":\"stop\",\"requests\":1,\"replies\":0,\"errors\":0},"
                        + "{\"plugin\":\"valve\",\"command\":\"open\",\"requests\":1,\"replies\":1,\"errors\":1}]\n");
        assertThat(bench.run("recording show rec.jsonl --commands")).isEqualTo(2);
        assertThat(bench.screen.messages()).contains("--commands is for recording info");
    }

    @Test
    void what_stands_in_the_next_part_belongs_to_the_request() {
        recording.intoParts(bench.files, 1);
        bench.run("recording show rec.jsonl rec-2.jsonl --pairs --count 1");

        assertThat(bench.screen.data()).contains("\"command\":\"start\"", "\"result\":7");
        bench.run("recording info rec.jsonl rec-2.jsonl | jq '.[].pairs'");
        assertThat(bench.screen.data()).endsWith("0\n1\n2\n");
        bench.run("recording info rec.jsonl rec-2.jsonl --commands | jq '.[0].replies'");
        assertThat(bench.screen.data()).endsWith("1\n");
    }

    @Test
    void that_the_end_is_missing_is_said() {
        bench.files.with("cut.jsonl", recording.text() + "{\"time\":");

        assertThat(bench.run("recording show cut.jsonl --count 100")).isZero();
        assertThat(bench.screen.messages()).contains("the end of cut.jsonl is missing");
    }

    @Test
    void people_get_rows() {
        people();
        assertThat(bench.run("recording show rec.jsonl --count 2")).isZero();

        assertThat(bench.screen.data()).isEqualTo("10:00:00 ui   → pump start x=1\n10:00:00 pump → ui   start = 7\n");
    }

    @Test
    void pairs_keep_their_order_and_time() {
        assertThat(bench.run("recording show rec.jsonl --pairs")).isZero();

        assertThat(bench.screen.data()).isEqualTo("""
                {"time":"2024-01-01T10:00:00Z","source":"ui","target":"pump","command":"start",\
                "arguments":{"x":1},"result":7,"error":null,"round_trip_ms":100.0}
                {"time":"2024-01-01T10:00:00.200Z","source":"ui","target":"valve","command":"open",\
                "arguments":{},"result":null,"error":"stuck","round_trip_ms":100.0}
                {"time":"2024-01-01T10:00:00.500Z","source":"ui","target":"pump","command":"stop",\
                "arguments":{},"result":null,"error":"(unanswered)","round_trip_ms":null}
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only pump | start,start,stop",
                "--only 'st*' --type execute_request | start,stop",
                "--source valve | open",
                "--where '.error != null' | open",
                "--where '.data.x? == 1' | start",
                "--from 200ms | open,open,stop",
                "--from 2024-01-01T10:00:00.1Z --to 0.3 | start,open",
                "--count 1 --where '.type == \"execute_reply\"' | start",
                "--where '.command != \"start\"' --count 2 | open,open",
            })
    void what_is_shown_can_be_chosen(String options, String commands) {
        assertThat(bench.run("recording show rec.jsonl " + options + " | jq .command"))
                .isZero();

        assertThat(bench.screen.data().strip().replace("\n", ",")).isEqualTo(commands);
    }

    @Test
    void requests_become_lines_and_pairs_are_chosen_by_what_they_show() {
        assertThat(bench.run("recording show rec.jsonl --as-commands --where '.target == \"pump\"'; "
                        + "recording show rec.jsonl --pairs --where '.round_trip_ms == null' --jq .command"))
                .isZero();

        assertThat(bench.screen.data()).isEqualTo("execute pump start x=1\nexecute pump stop --mime pickle\nstop\n");
    }

    @Test
    void info_counts_each_file_and_all_of_several() {
        assertThat(bench.run("recording info rec.jsonl; recording info rec.jsonl rec.jsonl | jq '.[2].messages'"))
                .isZero();

        assertThat(bench.screen.data())
                .isEqualTo("[{\"file\":\"rec.jsonl\",\"seconds\":0.5,\"messages\":5,\"pairs\":2,\"errors\":1,"
                        + "\"unanswered\":1,\"missed\":3,\"gaps\":1,\"plugins\":3,\"commands\":3,"
                        + "\"start\":\"2024-01-01T10:00:00Z\"}]\n10\n");
        assertThat(bench.screen.messages()).contains("rec.jsonl: broadcasts were missed\n");
    }

    @Test
    void a_part_is_a_recording_whose_lines_stand_as_they_stood() {
        assertThat(bench.run("recording cut rec.jsonl --to 400ms --only pump > part.jsonl; recording cut part.jsonl"))
                .isZero();

        String part = String.join("\n", recording.text().lines().limit(3).toList()) + "\n";
        assertThat(bench.files.text("part.jsonl")).isEqualTo(part);
        assertThat(bench.screen.data()).isEqualTo(part);
    }

    @Test
    void what_has_happened_is_part_of_a_part_and_a_count_counts_messages() {
        assertThat(bench.run("recording cut rec.jsonl --from 300ms --count 2 > part.json"))
                .isZero();

        assertThat(bench.files.text("part.json").lines().toList())
                .isEqualTo(recording
                        .text()
                        .lines()
                        .filter(line -> !line.contains("\"since\":0.0")
                                && !line.contains("\"since\":0.1")
                                && !line.contains("\"since\":0.2"))
                        .toList());
    }

    @Test
    void at_a_terminal_a_part_is_text() {
        people();

        assertThat(bench.run("recording cut rec.jsonl --to 0.1")).isZero();

        assertThat(bench.screen.data())
                .isEqualTo(String.join("\n", recording.text().lines().limit(2).toList()) + "\n");
    }

    @Test
    void one_that_was_put_together_or_cut_says_so() {
        bench.files.with("two.jsonl", recording.text() + recording.text() + "{\"time\":\"2024");

        assertThat(bench.run("recording info two.jsonl | jq '.[0].messages'")).isZero();

        assertThat(bench.screen.data()).isEqualTo("10\n");
        assertThat(bench.screen.messages())
                .isEqualTo("two.jsonl: broadcasts were missed 2 times; it was continued;"
                        + " the end was cut, as when the recorder is killed\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recording | expected info|show|cut",
                "recording info | expected FILE",
                "recording shew rec.jsonl | expected info, show or cut, found 'shew'",
                "recording show none.jsonl | there is no file none.jsonl",
                "recording show notes.txt | notes.txt is no recording",
                "recording info broken.jsonl | this is no line of a recording: it is no object",
                "recording cut rec.jsonl --pairs | --pairs is for recording show",
                "recording info rec.jsonl --count 1 | --count is for recording show and cut",
                "recording show rec.jsonl --pairs --as-commands | expected either --pairs or --as-commands",
                "recording show rec.jsonl --from soon | expected a time since the start (30s)",
                "recording show rec.jsonl --where '.data +' | ",
            })
    void a_mistake_is_explained(String line, String text) {
        bench.files.with("notes.txt", "hello\n").with("broken.jsonl", FakeRecording.HEADER.line() + "\n[1]\n{}\n");

        assertThat(bench.run(line)).isEqualTo(2);

        assertThat(bench.screen.messages()).contains(text == null ? "error" : text);
    }

    private void people() {
        bench = ShellBench.terminal();
        bench.files.with("rec.jsonl", recording.text());
    }
}
