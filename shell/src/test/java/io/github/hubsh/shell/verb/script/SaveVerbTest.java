package io.github.hubsh.shell.verb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.fake.ShellBench;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of the shell's own lines, and what the verb refuses. */
final class SaveVerbTest {
    private static final Map<String, Object> SEVENTH = Map.of("experiment_id", 7L);

    private final ShellBench bench = ShellBench.pipe();
    private final FakeRecording recording = new FakeRecording();

    @BeforeEach
    void record() {
        recording
                .exchange("potentiostat", "run_active_experiment", Map.of("Voltage (V)", 0.4), SEVENTH)
                .exchange("potentiostat", "acquisition_complete", SEVENTH, null)
                .exchange("potentiostat", "acquisition_complete", SEVENTH, Map.of("points", 20L));
    }

    @Test
    void lines_of_the_shell_have_variables_for_what_is_handed_on() {
        recording
                .exchange("potentiostat", "get_results", SEVENTH, List.of())
                .failure("plugin_a", "fail", Map.of(), "this command\nalways fails")
                .exchange("a", "start", Map.of(), "4242-4242")
                .exchange("a", "load", Map.of("file", "run-4242-4242.csv"), null)
                .exchange("a", "all", Map.of("of", Map.of("id", "4242-4242")), null);

        assertThat(saved("session.hubsh")).isEqualTo("""
                experiment = execute potentiostat run_active_experiment 'Voltage (V)'=0.4

                until potentiostat acquisition_complete experiment_id=$experiment.experiment_id

                execute potentiostat get_results experiment_id=$experiment.experiment_id

                # It failed: this command always fails
                # execute plugin_a fail

                file = execute a start

                execute a load file=="run-${file}.csv"

                execute a all of[id]=$file
                """);
    }

    @Test
    void lines_of_the_shell_send_what_was_sent() {
        recording
                .exchange("a", "set", Map.of("x", 1L), null, Payload.PICKLE)
                .exchange(
                        "a",
                        "set",
                        Map.of("s", new Series(List.of("e1"), List.of(1L), "object", "int64", null, null)),
                        null,
                        Payload.PICKLE)
                .exchange("a", "set", Map.of("b", Bytes.of(new byte[] {1, 2})), null, Payload.PICKLE)
                .exchange("-a", "b c", Map.of("text", "1"), null)
                .exchange("a", "list", List.of(1L), null)
                .exchange("a", "login", Map.of("password", "geheim"), null);

        assertThat(saved("session.hubsh")).endsWith("""
                execute a set --mime pickle x=1

                execute a set s:=series({"e1":1})

                execute a set b:=bytes("AQI=")

                execute '-'a 'b c' text==1

                # a list is left out: its arguments are not an object

                # a login is left out: its 'password' looks secret
                """);
    }

    @Test
    void only_some_requests_may_be_wanted() {
        recording.exchange("pump", "stop", Map.of(), null);
        recording.exchange("pump", "ping", Map.of(), null);

        assertThat(saved("session.hubsh --only pump")).isEqualTo("execute pump stop\n");
        assertThat(saved("session.hubsh --force --only stop --only get_results"))
                .isEqualTo("execute pump stop\n");
    }

    @Test
    void a_dash_is_stdout() {
        bench.files.with("rec.jsonl", recording.text());

        assertThat(bench.run("save - --as js --from rec.jsonl")).isZero();

        assertThat(bench.screen.data()).contains("//   hubsh run -\n", "potentiostat.run_active_experiment(");
    }

    @Test
    void a_file_that_is_there_is_replaced_only_when_asked_for() {
        bench.files.with("rec.jsonl", recording.text()).with("old.js", "precious\n");

        assertThat(bench.run("save old.js --from rec.jsonl")).isEqualTo(2);

        assertThat(bench.screen.messages()).contains("there is already a file old.js", "--force replaces it");
        assertThat(bench.files.text("old.js")).isEqualTo("precious\n");
        assertThat(bench.run("save old.js --from rec.jsonl --force")).isZero();
        assertThat(bench.files.text("old.js")).contains("potentiostat.run_active_experiment(");
    }

    @Test
    void what_to_write_has_to_be_clear() {
        bench.files.with("rec.jsonl", recording.text());

        assertThat(bench.run("save notes.txt --from rec.jsonl")).isEqualTo(2);
        assertThat(bench.screen.messages())
                .contains("expected a file that ends in .hubsh, .js or .test.js", "--as hubsh, js or test");
    }

    @Test
    void what_is_no_recording_is_refused() {
        bench.files.with("data.json", "{}\n");

        assertThat(bench.run("save x.js --from data.json")).isEqualTo(2);
        assertThat(bench.run("save x.js --from missing.jsonl")).isEqualTo(2);
        assertThat(bench.screen.messages()).contains("data.json is no recording", "there is no file missing.jsonl");
    }

    /** Returns what was written, without the comment at its top. */
    private String saved(String operands) {
        bench.files.with("rec.jsonl", recording.text());
        assertThat(bench.run("save " + operands + " --from rec.jsonl"))
                .as(bench.screen.messages())
                .isZero();
        String text = bench.files.text("session.hubsh");
        assertThat(text).startsWith("# Made of rec.jsonl by hubsh save, ");
        return text.substring(text.indexOf("\n\n") + 2);
    }
}
