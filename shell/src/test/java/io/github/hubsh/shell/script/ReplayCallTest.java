package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.fake.FakeProgram;
import io.github.hubsh.shell.fake.FakeSession;
import io.github.hubsh.shell.script.sandbox.Permissions;
import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a script gets of a replay, from what the verb shows. */
final class ReplayCallTest {
    private static final String VERIFY = "[[\"--verify\"]]";
    private static final Outcome SUMMARY = row(Map.of("summary", Map.of("requests", 2L)));

    private final ScriptedLines lines = new ScriptedLines();
    private final FakeSession session = new FakeSession(SessionSettings.ofHub("tcp://lab:1"), null, null);
    private final ReplayCall call =
            new ReplayCall(new Connections(() -> session, new Permissions(Path.of("/"), Limits.STRICT)));

    @BeforeEach
    void speak() {
        session.language = lines;
        session.program().setServices(new FakeProgram());
    }

    /** Columns: the files and the options as a script gives them, and the statement. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ["a.jsonl"]           | ``                                      | replay --quiet 'a.jsonl'
            ["a.jsonl","it's"]    | []                                      | replay --quiet 'a.jsonl' 'it'\\''s'
            ["a.jsonl"]           | [["--verify"]]                          | replay --quiet 'a.jsonl' --verify
            ["a.jsonl"]           | [["--speed","max"],["--remap","a; b"]]  | replay --quiet 'a.jsonl' --speed 'max' --remap 'a; b'
            """)
    void files_and_options_become_words_of_the_statement(String files, String options, String line) {
        var unused = run("=" + files, options.isEmpty() ? "" : "=" + options);

        assertThat(lines.lines).containsExactly(line);
        assertThat(lines.sessions).doesNotContain(session); // but one that does no more than the script may
    }

    @Test
    void the_differences_of_all_requests_are_one_list() {
        lines.shown = List.of(
                row(Map.of(
                        "request",
                        1L,
                        "target",
                        "pump",
                        "command",
                        "run",
                        "differences",
                        List.of(Map.of("path", ".ml"), Map.of("path", ".s")))),
                row(Map.of("request", 2L, "target", "lamp", "command", "on", "error", "dark")),
                Outcome.value("no row"),
                row(Map.of("summary", Map.of("different", 1L))));

        assertThat(run("=[\"a\"]", "=" + VERIFY))
                .isEqualTo("{\"ok\":false,\"differences\":["
                        + "{\"request\":1,\"plugin\":\"pump\",\"command\":\"run\",\"path\":\".ml\"},"
                        + "{\"request\":1,\"plugin\":\"pump\",\"command\":\"run\",\"path\":\".s\"}],"
                        + "\"summary\":{\"different\":1}}");
    }

    @Test
    void without_a_comparison_there_are_failures() {
        lines.shown = List.of(
                row(Map.of("request", 1L, "target", "lamp", "command", "on", "error", "dark")),
                row(Map.of("request", 2L, "target", "lamp", "command", "off")),
                SUMMARY);

        assertThat(run("=[\"a\"]", "=[]"))
                .isEqualTo(
                        "{\"ok\":true,\"failures\":[{\"request\":1,\"plugin\":\"lamp\",\"command\":\"on\",\"error\":\"dark\"}],"
                                + "\"summary\":{\"requests\":2}}");
    }

    /** Columns: the sums, and whether all is well. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                | true
            {"newly_failed":0,"different":0,"missing":0}      | true
            {"newly_failed":1,"different":0,"missing":0}      | false
            {"newly_failed":0,"different":1,"missing":0}      | false
            {"newly_failed":0,"different":0,"missing":1}      | false
            {"requests":5}                                    | true
            """)
    void all_is_well_where_nothing_differs_fails_newly_or_is_missing(String sums, boolean ok) throws Exception {
        lines.shown = List.of(row(Map.of("summary", Json.parse(sums))));

        assertThat(run("=[\"a\"]", "=" + VERIFY)).startsWith("{\"ok\":" + ok + ",");
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.class,
            names = {"ASSERTION_FAILED", "REMOTE_ERROR"})
    void a_verdict_of_the_verb_is_in_the_result_and_no_error(Problem verdict) {
        lines.shown = List.of(row(Map.of("summary", Map.of("different", 2L))));
        lines.failure = new ShellException(verdict, "2 replies differ");

        assertThat(run("=[\"a\"]", "=" + VERIFY)).startsWith("{\"ok\":false,");
    }

    @Test
    void an_end_before_the_sums_is_an_error_whatever_it_is() {
        lines.failure = new ShellException(Problem.REMOTE_ERROR, "dark");

        assertThatThrownBy(() -> run("=[\"a\"]", "=[]")).isSameAs(lines.failure);
    }

    @Test
    void what_is_no_verdict_is_an_error_also_behind_the_sums() {
        lines.shown = List.of(SUMMARY);
        lines.failure = new ShellException(Problem.HUB_LOST, "the hub is lost");

        assertThatThrownBy(() -> run("=[\"a\"]", "=[]")).isSameAs(lines.failure);
    }

    @Test
    void a_replay_that_shows_nothing_is_well_and_has_no_sums() {
        assertThat(run("=[\"a\"]", "=[]")).isEqualTo("{\"ok\":true,\"failures\":[],\"summary\":{}}");
    }

    @Test
    void of_more_than_ten_thousand_differences_the_first_are_kept() throws Exception {
        List<Map<String, Object>> differences = new ArrayList<>();
        for (int i = 0; i < 10_002; i++) {
            differences.add(Map.of("path", "." + i));
        }
        lines.shown = List.of(row(Map.of("request", 1L, "target", "a", "command", "b", "differences", differences)));

        Map<?, ?> result = (Map<?, ?>) Json.parse(run("=[\"a\"]", "=" + VERIFY));

        assertThat((List<?>) result.get("differences"))
                .hasSize(10_000)
                .last()
                .hasToString("{request=1, plugin=a, command=b, path=.9999}");
    }

    /** Returns the JSON of the result. */
    private String run(String files, String options) {
        String text = call.prepare(0, files, options).run();
        assertThat(text).startsWith("=");
        return text.substring(1);
    }

    private static Outcome row(Map<String, Object> facts) {
        return new Outcome.Row("", facts);
    }
}
