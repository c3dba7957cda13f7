package io.github.hubsh.shell.verb.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PingAllTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(7);

    private final ShellBench bench = ShellBench.terminal();

    @Test
    void each_that_answers_has_its_time_and_we_are_not_asked() {
        AtomicInteger asked = new AtomicInteger();
        bench.session.network.onPing = asked::incrementAndGet;

        assertThat(ping("plugin_a", "microdrop.dropbot", "hubsh-me", "hub"))
                .isEqualTo(Map.of("plugin_a", Duration.ofNanos(1_234_567), "hub", Duration.ofNanos(1_234_567)));
        assertThat(asked).hasValue(3);
        assertThat(bench.session.network.pingTimeout).isEqualTo(TIMEOUT);
    }

    @Test
    void no_plugin_is_no_time() {
        assertThat(ping("hubsh-me")).isEmpty();
        assertThat(ping()).isEmpty();
    }

    @Test
    void more_than_are_asked_at_once_are_all_asked() {
        List<String> names =
                IntStream.range(0, 600).mapToObj(number -> "p" + number).toList();

        assertThat(ping(names.toArray(String[]::new)).keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.class,
            names = {"NO_SUCH_COMMAND", "REMOTE_ERROR"})
    void one_that_answers_with_an_error_lives(Problem answer) {
        bench.session.network.onPing = () -> {
            throw new ShellException(answer, "what is a ping?");
        };

        assertThat(ping("plugin_a", "hub").keySet()).containsExactlyInAnyOrder("plugin_a", "hub");
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.class,
            names = {"TIMEOUT", "NO_SUCH_PLUGIN"})
    void one_that_is_silent_or_gone_has_no_time(Problem silence) {
        bench.session.network.onPing = () -> {
            throw new ShellException(silence, "silence");
        };

        assertThat(ping("plugin_a", "hub")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.class,
            names = {"HUB_LOST", "CANNOT_CONNECT"})
    void a_failure_of_the_hub_ends_all(Problem problem) {
        bench.session.network.onPing = () -> {
            throw new ShellException(problem, "the hub is gone");
        };

        assertThatThrownBy(() -> ping("plugin_a", "hub"))
                .isInstanceOfSatisfying(
                        ShellException.class,
                        failed -> assertThat(failed.problem()).isEqualTo(problem))
                .hasMessage("the hub is gone");
    }

    @Test
    void silence_after_a_failure_does_not_hide_it() {
        AtomicInteger asked = new AtomicInteger();
        bench.session.network.onPing = () -> {
            throw asked.getAndIncrement() == 0
                    ? new ShellException(Problem.HUB_LOST, "the hub is gone")
                    : new ShellException(Problem.TIMEOUT, "silence");
        };

        assertThatThrownBy(() -> ping("plugin_a", "microdrop.dropbot", "hub")).hasMessage("the hub is gone");
    }

    @Test
    void a_defect_is_an_error_with_its_cause() {
        IllegalStateException defect = new IllegalStateException("a defect");
        bench.session.network.onPing = () -> {
            throw defect;
        };

        assertThatThrownBy(() -> ping("plugin_a"))
                .isInstanceOfSatisfying(
                        ShellException.class,
                        failed -> assertThat(failed.problem()).isEqualTo(Problem.INTERNAL))
                .hasMessage("java.lang.IllegalStateException: a defect")
                .hasCause(defect);
    }

    private Map<String, Duration> ping(String... names) {
        return PingAll.of(List.of(names), TIMEOUT, bench.session);
    }
}
