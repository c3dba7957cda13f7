package io.github.hubsh.shell.verb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.Scripting.Right;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script may do is nothing until an option says so, and the same for every verb that runs one. */
final class ScriptOptionsTest {
    private final ShellBench bench = ShellBench.terminal();

    @ParameterizedTest
    @ValueSource(strings = {"run smoke.js", "js 1+1", "serve p smoke.js", "test smoke.test.js"})
    void a_script_may_do_nothing_by_default(String line) {
        bench.run(line);

        assertThat(bench.program.scripting.limits).containsExactly(Limits.STRICT);
    }

    @ParameterizedTest
    @CsvSource({
        "''                     , false, false",
        "--allow-env            , true , false",
        "--allow-run            , false, true",
        "--allow-run --allow-env, true , true",
    })
    void each_right_is_given_by_its_own_flag(String options, boolean environment, boolean commands) {
        Limits limits = limits(options);

        assertThat(limits.may(Right.ENVIRONMENT)).isEqualTo(environment);
        assertThat(limits.may(Right.COMMANDS)).isEqualTo(commands);
    }

    @Test
    void folders_to_read_are_none_to_write_in_and_both_may_be_repeated() {
        assertThat(limits("--allow-read data --allow-write out --allow-read 'more data' --allow-read /tmp"))
                .isEqualTo(new Limits(
                        null,
                        List.of(Path.of("data"), Path.of("more data"), Path.of("/tmp")),
                        List.of(Path.of("out")),
                        Set.of()));
    }

    @ParameterizedTest
    @CsvSource({"--timeout 2s, 2000", "--timeout 1m --timeout 5ms, 5", "'',"})
    void the_last_timeout_counts_and_there_is_none_by_default(String options, @Nullable Long millis) {
        assertThat(limits(options).timeout()).isEqualTo(millis == null ? null : Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--allow-read", "--allow-write"})
    void a_folder_that_no_system_can_have_is_pointed_at(String option) {
        assertThat(bench.run("run " + option + " ok " + option + " 'a\0b' smoke.js"))
                .isEqualTo(2);

        assertThat(bench.screen.messages()).startsWith("error: expected a folder, found ");
        assertThat(bench.screen.messages().lines().toList().get(2))
                .isEqualTo(" ".repeat(("  run " + option + " ok " + option + " ").length()) + "^");
        assertThat(bench.program.scripting.calls).isEmpty();
    }

    private Limits limits(String options) {
        assertThat(bench.run("run " + options + " smoke.js"))
                .as(bench.screen.messages())
                .isZero();
        return bench.program.scripting.limits.get(0);
    }
}
