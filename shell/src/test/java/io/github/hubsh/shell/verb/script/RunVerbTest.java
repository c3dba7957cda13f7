package io.github.hubsh.shell.verb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.Scripting.Limits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run}: by the end of its name a file is a script in JavaScript, lines of the shell, or a mistake. */
final class RunVerbTest {
    private final ShellBench bench = ShellBench.pipe();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run smoke.js                        | run smoke.js []
            run smoke.mjs                       | run smoke.mjs []
            run SMOKE.JS                        | run SMOKE.JS []
            run a/b.Mjs electrode043 'two words'| run a/b.Mjs [electrode043, two words]
            """)
    void javascript_gets_the_words_behind_its_file(String line, String call) {
        assertThat(bench.run(line)).as(bench.screen.messages()).isZero();

        assertThat(bench.program.scripting.calls).containsExactly(call);
        assertThat(bench.program.scripting.limits).containsExactly(Limits.STRICT);
    }

    @Test
    void what_a_script_may_do_is_handed_on() {
        bench.run("run --timeout 1m --allow-env smoke.js");

        Limits limits = bench.program.scripting.limits.get(0);
        assertThat(limits.timeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(limits.isStrict()).isFalse();
    }

    @Test
    void lines_of_the_shell_run_here_and_know_the_words_behind_their_file_as_args() {
        bench.files.with("setup.hubsh", "execute plugin_a do_thing x=1\nexecute plugin_a do_thing x=$args[1]\n");

        assertThat(bench.run("run setup.hubsh one two"))
                .as(bench.screen.messages())
                .isZero();

        assertThat(bench.screen.data()).isEqualTo("{\"x\":1}\n{\"x\":\"two\"}\n");
        assertThat(bench.session.memory().variables().all()).containsEntry("args", List.of("one", "two"));
        assertThat(bench.screen.messages()).isEmpty();
        assertThat(bench.program.scripting.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"run --echo setup.HUBSH, true", "run setup.HUBSH, false"})
    void lines_are_shown_before_they_run_only_where_that_is_asked_for(String line, boolean echoed) {
        bench.files.with("setup.HUBSH", "ping hub\n");

        assertThat(bench.run(line)).isZero();

        assertThat(bench.screen.messages().contains("ping hub")).isEqualTo(echoed);
    }

    @Test
    void a_line_that_fails_ends_the_file_with_its_code_and_place() {
        bench.files.with("setup.hubsh", "ping hub\nexecute plugin_b x\nexecute plugin_a do_thing\n");

        assertThat(bench.run("run setup.hubsh")).isEqualTo(6);

        assertThat(bench.screen.messages()).contains("setup.hubsh:2");
        assertThat(bench.session.network.sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"smoke.ts", "js", "smoke.json", "smoke.hubsh.txt", "smoke"})
    void another_file_is_pointed_at(String file) {
        assertThat(bench.run("run --timeout 1s " + file + " word")).isEqualTo(2);

        assertThat(bench.screen.messages())
                .isEqualTo("error: expected a file that ends in .js, .mjs or .hubsh\n"
                        + "  run --timeout 1s " + file + " word\n"
                        + " ".repeat("  run --timeout 1s ".length()) + "^\n");
        assertThat(bench.program.scripting.calls).isEmpty();
    }

    @Test
    void lines_that_cannot_be_read_are_an_error_of_the_file() {
        assertThat(bench.run("run none.hubsh")).isEqualTo(2);

        assertThat(bench.screen.messages()).contains("there is no file none.hubsh");
    }
}
