package io.github.hubsh.shell.script;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.FakeFiles;
import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.fake.FakeSession;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One script, its thread, and how it ends. */
@Timeout(120)
final class ScriptTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final FakeScreen screen = new FakeScreen();
    private final FakeSession session = new FakeSession(
            SessionSettings.ofHub("tcp://lab:1"),
            new FakeFiles(),
            new Presenter(screen, new View(OutputFormat.AUTO, false, false, 80, false, Clock.systemUTC())));
    private final Script script = new Script(
            new ScriptSetup("test", Path.of("/"), List.of(), ScriptRuntime.BASIC),
            Limits.STRICT,
            new ScriptEnvironment(Map.of(), Path.of("/"), "1"),
            session);

    @AfterEach
    void close() {
        script.close();
        script.close();
    }

    @Test
    void work_runs_on_its_own_thread_for_the_session_that_asks() {
        assertThat(script.isCurrent()).isFalse();
        assertThat(run(script::isCurrent)).isTrue();
        assertThat(script.session()).isSameAs(session);
        assertThat(run(() -> evaluate("1 + 1"))).isEqualTo("=2");
    }

    @Test
    void what_javascript_throws_is_described_and_what_the_shell_throws_is_not() {
        AtomicReference<ErrorDetails> told = new AtomicReference<>();

        assertThatThrownBy(() -> run(() -> {
                    try {
                        return evaluate("throw new RangeError('too long')");
                    } catch (PolyglotException | ScriptError thrown) {
                        told.set(script.details(thrown));
                        throw thrown;
                    }
                }))
                .hasMessageContaining("RangeError: too long");

        assertThat(told.get().text("name")).isEqualTo("RangeError");
        assertThat(told.get().text("message")).isEqualTo("too long");
        ErrorDetails rejected = new ErrorDetails(Map.of("name", "Error", "message", "no"));
        assertThat(script.details(script.error(rejected))).isSameAs(rejected);
        assertThat(script.details(new IllegalStateException("ours"))).isNull();
    }

    @Test
    void a_mistake_in_the_syntax_is_described_too() {
        ErrorDetails told = run(() -> {
            try {
                var unused = script.runtime().context().eval("js", "}");
                throw new AssertionError("that is no program");
            } catch (PolyglotException wrong) {
                return script.details(wrong);
            }
        });

        assertThat(told).isNotNull();
        assertThat(told.text("name")).isEqualTo("SyntaxError");
    }

    @Test
    void a_script_that_is_closed_takes_no_more_work() {
        script.close();

        assertThat(script.isClosed()).isTrue();
        assertThatThrownBy(() -> run(() -> "late")).isInstanceOfSatisfying(ShellException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.SCRIPT_FAILED);
            assertThat(refusal.text()).contains("this JavaScript was stopped");
        });
    }

    @Test
    void a_script_that_is_given_up_has_ended_whether_it_has_begun_or_not() {
        script.abandon();
        assertThat(script.isClosed()).isTrue();

        Script begun = new Script(
                new ScriptSetup("begun", Path.of("/"), List.of(), ScriptRuntime.BASIC),
                Limits.STRICT,
                new ScriptEnvironment(Map.of(), Path.of("/"), "1"),
                session);
        assertThat(begun.<String>run(session, TIMEOUT, () -> begun.evaluate(source("2"))))
                .isEqualTo("=2");
        begun.abandon();
        assertThat(begun.isClosed()).isTrue();
    }

    @Test
    void it_stays_for_its_time_and_ends_at_once_for_a_reason() {
        AtomicReference<@Nullable ShellException> reason = new AtomicReference<>();
        assertThat(run(() -> {
                    script.stayFor(Duration.ofMillis(1), reason);
                    return "over";
                }))
                .isEqualTo("over");

        ShellException overdue = new ShellException(Problem.HUB_LOST, "not back in time");
        assertThatThrownBy(() -> run(() -> {
                    script.endStay(reason, overdue);
                    script.stayFor(null, reason);
                    return "over";
                }))
                .isSameAs(overdue);
    }

    @Test
    void where_nothing_is_pending_there_is_nothing_to_continue() {
        assertThat(run(() -> {
                    script.continueWhile("no function of this name is called");
                    return "over";
                }))
                .isEqualTo("over");
    }

    @Test
    void what_completes_when_nothing_waits_for_it_is_dropped() {
        run(() -> {
            script.completed(new ScriptResult.Result(false, "=1"));
            return "";
        });

        assertThat(run(() -> evaluate("2"))).isEqualTo("=2");
    }

    @Test
    void who_stops_a_script_that_has_not_begun_wakes_it_from_its_wait() {
        AtomicReference<@Nullable ShellException> never = new AtomicReference<>();

        assertThatThrownBy(() -> script.run(session, Duration.ofMillis(50), () -> {
                    script.stayFor(null, never);
                    return "over";
                }))
                .isInstanceOfSatisfying(
                        ShellException.class, end -> assertThat(end.problem()).isEqualTo(Problem.TIMEOUT));
    }

    @Test
    void an_error_that_nothing_waits_for_is_said_and_an_interruption_is_not() {
        script.inbox().submit(() -> {
            throw ShellException.interrupted("that came too late");
        });
        script.inbox().submit(() -> {
            throw new ShellException(Problem.SCRIPT_FAILED, "no wait for me");
        });

        eventually(() -> screen.messages().contains("no wait for me"), TIMEOUT);
        assertThat(screen.messages()).contains("JavaScript: no wait for me").doesNotContain("too late");
    }

    private String evaluate(String code) {
        return script.evaluate(source(code));
    }

    private static Source source(String code) {
        return Source.newBuilder("js", code, "test.js").buildLiteral();
    }

    private <T> T run(Callable<T> work) {
        return script.run(session, TIMEOUT, work);
    }
}
