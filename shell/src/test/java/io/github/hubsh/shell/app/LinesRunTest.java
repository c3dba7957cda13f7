package io.github.hubsh.shell.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of {@code -c}, of files and of stdin. */
final class LinesRunTest {
    private static final String SLOW = "x plugin_a sleep";
    private static final String FAIL = "x plugin_a fail";

    private final ShellBench bench = ShellBench.pipe();

    @Test
    void lines_run_before_files_and_all_in_order() {
        bench.files.with("a", "x plugin_a do_thing n=3\n").with("b", "x plugin_a do_thing n=4");

        assertThat(run(bench, List.of("x plugin_a do_thing n=1", "x plugin_a do_thing n=2"), List.of("a", "b")))
                .isZero();
        assertThat(bench.screen.data()).isEqualTo("{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n{\"n\":4}\n");
    }

    @Test
    void the_first_error_ends_everything_and_gives_the_exit_code() {
        bench.files.with("a", "ping hub");

        assertThat(run(bench, List.of(SLOW, FAIL), List.of("a"))).isEqualTo(5);
        assertThat(bench.session.network.sent).hasSize(1);
        assertThat(bench.screen.data()).isEmpty();
    }

    @Test
    void keeping_going_runs_the_rest_and_the_first_error_still_gives_the_exit_code() {
        ShellBench stubborn = ShellBench.pipeKeepingGoing();
        stubborn.files.with("a", FAIL + "\nx plugin_a do_thing n=1");

        assertThat(run(stubborn, List.of(SLOW), List.of("a"))).isEqualTo(5);
        assertThat(stubborn.screen.data()).isEqualTo("{\"n\":1}\n");
        assertThat(stubborn.screen.messages()).contains("in a:1");
    }

    @Test
    void an_interruption_ends_lines_that_keep_going_after_an_earlier_failure() {
        for (String lines :
                List.of(FAIL + "\nx plugin_a slow\nping hub", FAIL + "; x plugin_a slow; ping hub\nping hub")) {
            ShellBench stubborn = ShellBench.pipeKeepingGoing();
            stubborn.session.network.answers("slow", ShellException.interrupted("stopped"));
            stubborn.files.with("a", lines).with("b", "ping hub");

            assertThat(run(stubborn, List.of(), List.of("a", "b"))).isEqualTo(1);
            assertThat(stubborn.screen.data()).isEmpty();
            assertThat(stubborn.screen.messages()).contains("stopped");
        }
    }

    @Test
    void an_interruption_ends_the_options_after_it() {
        ShellBench stubborn = ShellBench.pipeKeepingGoing();
        stubborn.session.network.answers("slow", ShellException.interrupted("stopped"));

        assertThat(run(stubborn, List.of("x plugin_a slow", "ping hub"), List.of()))
                .isEqualTo(130);
        assertThat(stubborn.screen.data()).isEmpty();
    }

    @Test
    void behind_exit_nothing_runs() {
        bench.files.with("a", "ping hub");

        assertThat(run(bench, List.of("exit", "ping hub"), List.of("a"))).isZero();
        assertThat(bench.screen.data()).isEmpty();
    }

    @Test
    void a_job_in_the_background_is_waited_for_and_its_failure_counts() {
        assertThat(run(bench, List.of(SLOW + " &", "x plugin_a do_thing n=1"), List.of()))
                .isEqualTo(5);
        assertThat(bench.screen.data()).isEqualTo("{\"n\":1}\n");
    }

    @Test
    void what_listens_in_the_background_ends_when_an_error_leaves_out_the_rest() {
        bench.session.network.patient = true;

        assertThat(run(bench, List.of("tail &", FAIL, "cancel all"), List.of())).isEqualTo(1);
        assertThat(bench.screen.messages()).endsWith("stopped: tail\n");
    }

    @Test
    void a_file_that_is_missing_is_an_error() {
        assertThatThrownBy(() -> run(bench, List.of(), List.of("missing")))
                .isInstanceOf(ShellException.class)
                .hasMessage("there is no file missing");
    }

    @Test
    void stdin_is_read_as_utf_8_and_named_in_errors() {
        InputStream stdin = new ByteArrayInputStream(("x plugin_a do_thing s=µ\n" + FAIL + "\n").getBytes(UTF_8));

        assertThat(new LinesRun(bench.interpreter).run(stdin)).isEqualTo(1);
        assertThat(bench.screen.data()).isEqualTo("{\"s\":\"µ\"}\n");
        assertThat(bench.screen.messages()).contains("in stdin:2");
    }

    @Test
    void stdin_that_cannot_be_read_is_a_bad_file() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        assertThatThrownBy(() -> new LinesRun(bench.interpreter).run(closed))
                .isInstanceOf(ShellException.class)
                .hasMessage("cannot read stdin: Stream closed");
    }

    private static int run(ShellBench bench, List<String> lines, List<String> files) {
        return new LinesRun(bench.interpreter).run(words("-c", lines), words("-f", files));
    }

    private static List<Word> words(String option, List<String> values) {
        StringBuilder line = new StringBuilder();
        values.forEach(value -> line.append(option).append(" '").append(value).append("' "));
        return LineParser.parseProgram(ProgramOptions.SYNTAX, line.toString())
                .options()
                .all(option);
    }
}
