package io.github.hubsh.shell.verb.observe.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.Eventually;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.fake.FakeNetwork;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplayTest {
    private static final Map<String, Object> NONE = Map.of();

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final ShellBench shell = ShellBench.pipe();
    private final FakeNetwork network = shell.session.network;
    private final FakeRecording recording = new FakeRecording();

    @Test
    void requests_are_sent_as_they_were_recorded() throws ContentException {
        recording
                .exchange("plugin_a", "one", Map.of("x", 1L), 1L)
                .exchange("plugin_a", "two", Map.of("y", List.of(2L)), 2L, Payload.PICKLE);
        network.answers("one", 1L);
        network.answers("two", 5L);

        assertThat(replay("")).isZero();

        assertThat(network.sent).extracting(Request::command).containsExactly("one", "two");
        assertThat(network.sent.get(0).body()).isInstanceOf(Payload.class);
        assertThat(network.sent.get(1).mimeType()).isEqualTo(Payload.PICKLE);
        assertThat(rows()).hasSize(3);
        assertThat(rows().get(1)).containsEntry("request", 2L).containsEntry("result", 5L);
        assertThat((Map<?, ?>) rows().get(2).get("summary"))
                .extracting("requests")
                .isEqualTo(2L);
    }

    @Test
    void a_value_of_an_earlier_reply_is_taken_from_the_new_one() {
        recording
                .exchange("plugin_a", "run", NONE, Map.of("experiment_id", 1L))
                .exchange("plugin_a", "get", Map.of("experiment_id", 1L), 5L);
        network.answers("run", Map.of("experiment_id", 9L), Map.of("experiment_id", 9L));
        network.answers("get", 5L, 5L);

        assertThat(replay("")).isZero();
        assertThat(data(network.sent.get(1))).isEqualTo("{\"experiment_id\":9}");
        assertThat(replay("--no-carry")).isZero();
        assertThat(data(network.sent.get(3))).isEqualTo("{\"experiment_id\":1}");
    }

    @Test
    void a_reply_in_the_next_part_is_compared() throws ContentException {
        recording
                .exchange("plugin_a", "run", NONE, Map.of("experiment_id", 1L))
                .exchange("plugin_a", "get", Map.of("experiment_id", 1L), 5L)
                .intoParts(shell.files, 1);
        network.answers("run", Map.of("experiment_id", 9L));
        network.answers("get", 5L);

        assertThat(shell.run("replay rec.jsonl rec-2.jsonl --speed max --verify"))
                .as(shell.screen.messages())
                .isZero();

        assertThat(data(network.sent.get(1))).isEqualTo("{\"experiment_id\":9}");
        assertThat((Map<?, ?>) rows().get(2).get("summary"))
                .extracting("same", "unrecorded")
                .containsExactly(2L, 0L);
    }

    @Test
    void a_dry_run_lists_and_sends_nothing() throws ContentException {
        recording
                .exchange("plugin_a", "run", Map.of("Voltage (V)", 0.4), Map.of("experiment_id", 1L))
                .exchange("plugin_a", "get", Map.of("experiment_id", 1L), 5L);

        assertThat(replay("--dry-run --speed 1 --remap plugin_a=other")).isZero();

        assertThat(network.sent).isEmpty();
        assertThat(rows().get(0)).containsEntry("line", "execute other run 'Voltage (V)'=0.4");
        assertThat(rows().get(1))
                .containsEntry("since", 0.2)
                .containsEntry("carried", List.of("experiment_id ← reply 1 .experiment_id"));
    }

    @Test
    void people_see_a_row_for_each_request_and_a_line_for_each_difference() {
        ShellBench terminal = ShellBench.terminal();
        recording.exchange("plugin_a", "one", NONE, Map.of("a", List.of(1L))).exchange("plugin_a", "two", NONE, 2L);
        terminal.files.with("rec.jsonl", recording.text());
        terminal.session.network.answers("one", Map.of("a", List.of(3L)));
        terminal.session.network.answers("two", 2L);

        assertThat(terminal.run("replay rec.jsonl --verify --speed max")).isEqualTo(4);

        assertThat(terminal.screen.data().replaceAll(" *[0-9.]+ m?s\\b", " T")).isEqualTo("""
                   1 T  different T  plugin_a one
                   2 T  same T  plugin_a two
                2 requests in T: 1 same, 1 different
                """);
        assertThat(terminal.screen.messages()).isEqualTo("""
                  plugin_a one .a[0]: recorded 1, now 3
                error: 1 reply differs from the recording
                  --ignore PATH leaves a part out, --tol 0.05 allows for noise, --learn 3
                    proposes both
                """);
    }

    @Test
    void replies_are_compared() throws ContentException {
        recording
                .exchange("plugin_a", "one", NONE, Map.of("rate", 1.0))
                .exchange("plugin_a", "two", NONE, 2L)
                .exchange("gone", "three", NONE, 3L);
        recording.request("plugin_a", "four", NONE, Payload.JSON);
        network.answers("one", Map.of("rate", 1.04), Map.of("rate", 1.04));
        network.answers("two", new ShellException(Problem.REMOTE_ERROR, "boom"), 2L);
        network.answers("four", 4L, 4L);

        assertThat(replay("--verify --report-json out.json --report-junit out.xml"))
                .isEqualTo(4);
        assertThat(rows())
                .extracting(row -> row.get("verdict"))
                .containsExactlyInAnyOrder("different", "different", "missing", "unrecorded", null);
        assertThat(shell.screen.messages())
                .contains("error: 2 replies differ from the recording, 1 reply is missing\n");
        assertThat((Map<?, ?>) Json.parse(shell.files.text("out.json")))
                .extracting("tests", "passed", "failed", "errors", "skipped")
                .containsExactly(4L, 0L, 2L, 1L, 1L);
        assertThat(shell.files.text("out.xml"))
                .contains("<testsuite name=\"rec.jsonl\" tests=\"4\" failures=\"2\" errors=\"1\"")
                .contains("<failure message=\"plugin_a one .rate: recorded 1.0, now 1.04\" type=\"Difference\">")
                .contains("name=\"gone › 3 three\"");

        assertThat(replay("--verify --tol 0.05 --only plugin_a")).isZero();
    }

    @Test
    void what_an_error_once_answered_is_no_failure_now() {
        recording.failure("plugin_a", "bad", NONE, "ValueError: no").exchange("plugin_a", "good", NONE, 1L);
        network.answers("bad", new ShellException(Problem.REMOTE_ERROR, "ValueError: no"));
        network.answers("good", 1L);
        assertThat(replay("")).isZero();

        network.answers("bad", new ShellException(Problem.REMOTE_ERROR, "ValueError: no"));
        network.answers("good", new ShellException(Problem.REMOTE_ERROR, "boom"));
        assertThat(replay("")).isEqualTo(1);
        assertThat(shell.screen.messages()).contains("1 request failed that had not; the last one: boom");
    }

    @Test
    void several_runs_propose_what_to_ignore() throws ContentException {
        recording.exchange("plugin_a", "one", NONE, Map.of("n", 1L, "t", 10.0));
        network.answers("one", Map.of("n", 1L, "t", 10.1), Map.of("n", 1L, "t", 10.2));

        assertThat(replay("--learn 2")).isZero();

        assertThat(network.sent).hasSize(2);
        assertThat(rows())
                .containsExactly(Map.of("ignore", List.of("plugin_a.one:.t"), "deviation", 0.02, "errors", 0L));
    }

    @Test
    void requests_that_overlapped_overlap_again_and_a_waiting_one_waits() {
        String first = recording.request("plugin_a", "wait", NONE, Payload.JSON);
        String second = recording.request("plugin_a", "two", NONE, Payload.JSON);
        recording.reply(second, "plugin_a", "two", 2L, null, Payload.JSON);
        recording.reply(first, "plugin_a", "wait", 1L, null, Payload.JSON);
        recording.exchange("plugin_a", "three", NONE, 3L);
        network.answers("two", 2L);
        shell.files.with("rec.jsonl", recording.text());
        Thread running = new Thread(() -> shell.run("replay rec.jsonl --speed max"));
        running.start();

        Eventually.eventually(() -> network.sent.size() == 2 && network.waiting, DEADLINE);
        Eventually.eventually(() -> shell.screen.data().contains("\"command\":\"two\""), DEADLINE);
        assertThat(network.sent).hasSize(2);
        running.interrupt();
        assertThat(CompletableFuture.runAsync(() -> join(running))).succeedsWithin(DEADLINE);
        assertThat(network.sent).hasSize(2);
        assertThat(shell.screen.messages()).isEqualTo("""
                stopped after 2 requests, 1 without a reply
                  plugins keep working on what was sent
                """);
        assertThat(shell.screen.data()).contains("{\"summary\":{\"requests\":1,");
        Eventually.eventually(() -> !network.waiting, DEADLINE);
    }

    @Test
    void a_lost_hub_ends_it_with_what_was_sent() {
        recording
                .exchange("plugin_a", "one", NONE, 1L)
                .exchange("plugin_a", "two", NONE, 2L)
                .exchange("plugin_a", "three", NONE, 2L);
        network.answers("one", 1L);
        network.answers("two", new ShellException(Problem.HUB_LOST, "the hub is gone"));

        assertThat(replay("--verify --report-json out.json")).isEqualTo(3);

        assertThat(network.sent).hasSize(2);
        assertThat(shell.screen.data()).contains("\"same\":1,\"different\":0,\"missing\":1");
        assertThat(shell.files.text("out.json")).contains("MissingReply");
    }

    @Test
    void a_read_only_context_sends_nothing() {
        recording.exchange("plugin_a", "one", NONE, 1L);
        shell.session
                .memory()
                .context()
                .use(new HubContext("lab", "tcp://localhost:31000", null, null, Map.of(), true, false));

        assertThat(replay("")).isEqualTo(2);

        assertThat(network.sent).isEmpty();
        assertThat(shell.screen.messages()).contains("the context lab is read-only; nothing is sent");
    }

    @Test
    void keys_decide_about_each_request() {
        for (String command : List.of("one", "two", "three", "four", "five")) {
            recording.exchange("plugin_a", command, NONE, command);
            network.answers(command, command);
        }
        Deque<String> keys = new ArrayDeque<>(Arrays.asList("?", "n", "s", "\r", "q"));
        shell.session.io().dialog().setKeys(keys::remove);
        assertThat(replay("--step")).isZero();
        assertThat(network.sent).extracting(Request::command).containsExactly("one", "three");
        assertThat(shell.screen.progress).contains("[n]ext [s]kip [g]o on [q]uit");
        assertThat(shell.screen.messages()).contains("4 plugin_a four\n");
        assertThat(keys).isEmpty();

        network.answers("two", "two");
        keys.addAll(List.of("s", "g"));
        network.answers("three", "three");
        assertThat(replay("--step")).isZero();
        assertThat(network.sent).extracting(Request::command).endsWith("two", "three", "four", "five");
    }

    @Test
    void a_replay_that_has_nothing_to_send_says_so_and_has_not_passed() {
        recording.exchange("plugin_a", "one", NONE, 1L);

        for (String options : List.of("--only plugin_b", "--only plugin_b --verify", "--from 1h --dry-run")) {
            assertThat(replay(options)).isEqualTo(2);
        }
        assertThat(network.sent).isEmpty();
        assertThat(shell.screen.messages()).startsWith("error: there is no request to send\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--speed 0 | expected a speed: 2 is twice as quick, 0.5 half as quick, max without a pause, found '0'",
                "--speed fast | expected a speed: 2 is twice as quick, 0.5 half as quick, max without a pause, found 'fast'",
                "--remap a | expected old=new for --remap, found 'a'",
                "--from noon | expected a time since the start such as 90s, or one such as 2024-01-31T10:00:00, for --from, found 'noon'",
                "--tol 0.1 | expected --verify with --tol",
                "--verify --tol x | expected a number such as 0.05 for --tol, found 'x'",
                "--verify --ignore time | expected a path such as .time or .rows[].id, found 'time'",
                "--verify --report-json /nowhere/x | there is no directory /nowhere",
                "--step | there is no terminal for the keys of --step",
            })
    void a_wrong_option_is_an_error_and_nothing_is_sent(String options, String error) {
        recording.exchange("plugin_a", "one", NONE, 1L);

        assertThat(replay(options)).isEqualTo(2);

        assertThat(network.sent).isEmpty();
        assertThat(shell.screen.messages()).startsWith("error: " + error + "\n");
        assertThat(shell.screen.data()).isEmpty();
    }

    @Test
    void a_file_that_is_no_recording_is_an_error() {
        shell.files.with("other.txt", "{\"a\":1}\n");
        assertThat(shell.run("replay other.txt")).isEqualTo(2);
        assertThat(shell.run("replay nothing.txt")).isEqualTo(2);
        assertThat(shell.screen.messages())
                .contains("error: other.txt is no recording\n", "there is no file nothing.txt");
    }

    private int replay(String options) {
        shell.files.with("rec.jsonl", recording.text());
        return shell.run("replay rec.jsonl " + (options.contains("--speed") ? "" : "--speed max ") + options);
    }

    private List<Map<String, Object>> rows() throws ContentException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String line : shell.screen.data().lines().toList()) {
            Map<String, Object> row = new LinkedHashMap<>();
            ((Map<?, ?>) Json.parse(line)).forEach((key, value) -> row.put(String.valueOf(key), value));
            rows.add(row);
        }
        return rows;
    }

    private static String data(Request request) {
        return new String(Base64.getDecoder().decode(String.valueOf(((Payload) request.body()).data())), UTF_8);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
