package io.github.hubsh.shell.verb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.session.network.FakeReply;
import io.github.hubsh.shell.session.network.KnownCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verbs that take a recording in the place of a network. */
final class FromRecordingTest {
    private final ShellBench bench = ShellBench.terminal();

    @BeforeEach
    void record() {
        bench.files.with("rec.jsonl", FakeRecording.session().text()).with("notes.txt", "no recording\n");
    }

    @Test
    void serve_is_the_plugin_until_its_time_is_over() {
        assertThat(bench.run("serve heater --from rec.jsonl --for 1ms")).isZero();

        assertThat(bench.screen.messages()).contains("'heater' serves at tcp://localhost:31000 as recorded");
        assertThat(bench.session.network.fakes).containsOnlyKeys("heater");
        assertThat(bench.session.network.plugins).doesNotContain("heater");
    }

    @Test
    void a_fake_answers_at_the_speed_that_was_asked_for() throws ContentException {
        bench.run("serve heater --from rec.jsonl --for 1ms --speed 4");

        assertThat(ask("get_state").after()).isEqualTo(Duration.ofMillis(25));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve heater                                        | expected one of FILE, --from RECORDING and --echo",
                "serve heater x.js --from rec.jsonl                  | expected one of FILE, --from RECORDING and --echo",
                "serve heater --from rec.jsonl --echo                | expected one of FILE, --from RECORDING and --echo",
                "serve heater x.js --nearest                         | --nearest needs --from RECORDING",
                "serve heater --echo --speed 2                       | --speed needs --from RECORDING",
                "serve heater x.js --record-missing tcp://h:1        | --record-missing needs --from RECORDING",
                "serve heater --from rec.jsonl --yes                 | --yes needs --record-missing URI",
                "serve heater x.js --yes                             | --yes needs --record-missing URI",
                "serve heater --from rec.jsonl --speed fast          | expected a speed: 2 is twice as quick",
                "demo --nearest                                      | --nearest needs --from RECORDING",
                "types --api --from rec.jsonl                        | expected either --api or --from",
            })
    void what_does_not_fit_together_is_said_with_a_caret(String line, String message) {
        assertThat(bench.run(line)).isEqualTo(2);

        assertThat(bench.screen.messages()).contains(message).containsPattern("(?m)^ +\\^$");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve heatre --from rec.jsonl    | 6 | did you mean 'heater'?",
                "describe heatre --from rec.jsonl | 6 | did you mean 'heater'?",
                "describe heater set --from rec.jsonl | 6 | did you mean 'set_target'?",
                "serve heater --from none.jsonl   | 2 | there is no file none.jsonl",
                "demo --from notes.txt            | 2 | notes.txt is no recording",
                "types --from notes.txt           | 2 | notes.txt is no recording",
            })
    void a_wrong_name_or_file_is_said(String line, int status, String message) {
        assertThat(bench.run(line)).isEqualTo(status);

        assertThat(bench.screen.messages()).contains(message);
    }

    @Test
    void several_files_are_one_recording() throws ContentException {
        FakeRecording.session().intoParts(bench.files, 1);
        bench.run("serve heater --from rec.jsonl --from rec-2.jsonl --for 1ms");

        assertThat(bench.session.network.fakes.get("heater").commands())
                .extracting(KnownCommand::name)
                .containsExactly("get_state", "set_target");
        assertThat(bench.run("save - --as hubsh --from rec.jsonl --from rec-2.jsonl"))
                .isZero();
        assertThat(bench.screen.data())
                .contains("of rec.jsonl, rec-2.jsonl by hubsh save", "execute heater set_target celsius=37");
        assertThat(bench.run("describe heater --from rec.jsonl --from rec-2.jsonl"))
                .isZero();
    }

    @Test
    void behind_a_member_that_was_cut_nothing_is_kept() throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(member)) {
            out.write(FakeRecording.session().bytes());
        }
        byte[] whole = member.toByteArray();
        // Its check value is missing: all lines can be read.
        bench.files.write("cut.gz", Arrays.copyOf(whole, whole.length - 8), false);

        assertThat(bench.run("serve heater --from cut.gz --record-missing tcp://h:1"))
                .as(bench.screen.messages())
                .isEqualTo(2);
        assertThat(bench.screen.messages())
                .contains(
                        "warning: the end of cut.gz is missing", "error: cut.gz was cut when its recorder was killed");
    }

    @Test
    void demo_starts_a_fake_of_every_plugin() {
        assertThat(bench.run("demo --from rec.jsonl")).isZero();

        assertThat(bench.session.calls).containsExactly("demo as [heater]");
        assertThat(bench.screen.messages()).contains("as recorded in rec.jsonl: heater");
    }

    @Test
    void describe_and_types_need_no_hub_and_teach_what_tab_knows() {
        bench.session.hubIsThere = false;

        assertThat(bench.run("describe heater --from rec.jsonl")).isZero();
        assertThat(bench.screen.data()).contains("get_state", "set_target", "seen");
        assertThat(bench.session.learner).hasFieldOrPropertyWithValue("kept", 1);
        assertThat(bench.run("types --print --from rec.jsonl")).isZero();
        assertThat(bench.screen.data()).contains("\"heater\": {", "\"set_target\": Command<");
    }

    private FakeReply ask(String command) throws ContentException {
        FakePlugin heater = bench.session.network.fakes.get("heater");
        return heater.answers().to(Messages.create().executeRequest("ui", "heater", command, Payload.NONE));
    }
}
