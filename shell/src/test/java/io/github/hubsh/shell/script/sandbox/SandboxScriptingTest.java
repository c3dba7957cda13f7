package io.github.hubsh.shell.script.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.FakeFiles;
import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.fake.FakeScripting;
import io.github.hubsh.shell.fake.FakeSession;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.Scripting.Right;
import io.github.hubsh.shell.session.Scripting.TestPlan;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that a script runs, which may do no more than it may. */
final class SandboxScriptingTest {
    private static final TestPlan PLAN =
            new TestPlan(null, 0, false, 1, Duration.ofSeconds(5), null, null, null, null, Set.of());

    @TempDir
    private Path directory;

    private final FakeScripting inner = new FakeScripting();
    private final Session session = new FakeSession(
            SessionSettings.ofHub("tcp://lab:1"),
            new FakeFiles(),
            new Presenter(new FakeScreen(), new View(OutputFormat.AUTO, false, false, 80, false, Clock.systemUTC())));
    private SandboxScripting sandboxed;

    @BeforeEach
    void open_a_folder() throws IOException {
        directory = directory.toRealPath();
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.createFile(open.resolve("a.js"));
        Files.createFile(directory.resolve("secret.js"));
        Files.createSymbolicLink(open.resolve("link.js"), directory.resolve("secret.js"));
        Limits limits = new Limits(null, List.of(open), List.of(), Set.of(Right.ENVIRONMENT));
        sandboxed = new SandboxScripting(inner, new Permissions(directory, limits));
    }

    @Test
    void what_the_script_may_read_is_run_by_its_real_name() {
        String file = directory.resolve("open/a.js").toString();

        var unused = sandboxed.evaluate("1", Limits.STRICT, session);
        unused = sandboxed.run("open/../open/a.js", List.of("x"), Limits.STRICT, session);
        unused = sandboxed.test(List.of("open", "open/a.js"), PLAN, Limits.STRICT, session);
        unused = sandboxed.serve("pump", "open/a.js", null, Limits.STRICT, session);

        assertThat(inner.calls)
                .containsExactly(
                        "evaluate 1",
                        "run " + file + " [x]",
                        "test [" + directory.resolve("open") + ", " + file + "]",
                        "serve pump " + file + " null");
        assertThat(inner.limits).containsOnly(Limits.STRICT);
        assertThat(inner.plans).containsExactly(PLAN);
    }

    @Test
    void what_reads_no_file_needs_none() {
        var unused = sandboxed.serve("pump", null, Duration.ofSeconds(1), Limits.STRICT, session);

        assertThat(inner.calls).containsExactly("serve pump null PT1S");
    }

    @Test
    void tests_without_a_file_are_those_of_the_current_folder_which_has_to_be_open_too() {
        refused(
                () -> sandboxed.test(List.of(), PLAN, Limits.STRICT, session),
                ". is not open to this script; --allow-read DIR opens a folder");

        Limits all = new Limits(null, List.of(directory), List.of(), Set.of());
        var unused = new SandboxScripting(inner, new Permissions(directory, all))
                .test(List.of(), PLAN, Limits.STRICT, session);
        assertThat(inner.calls).containsExactly("test [" + directory + "]");
    }

    @Test
    void a_file_that_the_script_may_not_read_is_not_run_either() {
        String closed = " is not open to this script; --allow-read DIR opens a folder";
        for (String file : List.of("secret.js", "open/../secret.js", "open/link.js")) {
            refused(() -> sandboxed.run(file, List.of(), Limits.STRICT, session), file + closed);
            refused(() -> sandboxed.test(List.of("open/a.js", file), PLAN, Limits.STRICT, session), file + closed);
            refused(() -> sandboxed.serve("pump", file, null, Limits.STRICT, session), file + closed);
        }
    }

    @ParameterizedTest
    @MethodSource
    void a_nested_script_gets_no_more_than_the_script_has(Limits more, String refusal) {
        refused(() -> sandboxed.evaluate("1", more, session), refusal);
        refused(() -> sandboxed.run("open/a.js", List.of(), more, session), refusal);
        refused(() -> sandboxed.test(List.of("open/a.js"), PLAN, more, session), refusal);
        refused(() -> sandboxed.serve("pump", null, null, more, session), refusal);
    }

    static Stream<Arguments> a_nested_script_gets_no_more_than_the_script_has() {
        return Stream.of(
                Arguments.of(
                        new Limits(null, List.of(Path.of(".")), List.of(), Set.of()),
                        ". is not open to this script; --allow-read DIR opens a folder"),
                Arguments.of(
                        new Limits(null, List.of(), List.of(Path.of("open")), Set.of()),
                        "open is not open to this script; --allow-write DIR opens a folder"),
                Arguments.of(
                        new Limits(null, List.of(), List.of(), Set.of(Right.COMMANDS)),
                        "a script may not run commands of the system; --allow-run allows it"));
    }

    @Test
    void what_the_script_has_a_nested_one_may_have_too() {
        Limits same = new Limits(Duration.ofSeconds(1), List.of(Path.of("open")), List.of(), Set.of(Right.ENVIRONMENT));

        var unused = sandboxed.evaluate("1", same, session);

        assertThat(inner.limits).containsExactly(same);
    }

    @Test
    void the_scripts_of_the_shell_are_not_the_scripts_to_end() {
        refused(sandboxed::close, "a script may not end the scripts of the shell");
    }

    private void refused(Runnable call, String text) {
        int before = inner.calls.size();
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ShellException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.USAGE);
            assertThat(refusal.text()).isEqualTo(text);
        });
        assertThat(inner.calls).hasSize(before);
    }
}
