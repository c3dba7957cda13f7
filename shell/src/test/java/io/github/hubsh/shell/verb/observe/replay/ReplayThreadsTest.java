package io.github.hubsh.shell.verb.observe.replay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.Eventually;
import io.github.hubsh.shell.fake.FakeNetwork;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.recording.RecordedExchange;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.RecordingReader;
import io.github.hubsh.shell.recording.compare.Answer;
import io.github.hubsh.shell.recording.replay.PlannedRequest;
import io.github.hubsh.shell.recording.replay.Poll;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests lead to that are sent at the same time. */
final class ReplayThreadsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Answer WAITING = Answer.of("not yet");
    private static final Answer DONE = Answer.of("done");

    private final ShellBench bench = ShellBench.pipe();
    private final FakeNetwork network = bench.session.network;
    private final ReplayThreads threads = new ReplayThreads(bench.session);

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void a_reply_is_the_answer_of_its_request() {
        network.answers("ready", 7L);

        ReplayThreads.Ended ended = ended(request(3, null, DEADLINE));

        assertThat(ended.fatal()).isNull();
        assertThat(ended.sent().number()).isEqualTo(3);
        assertThat(ended.sent().answer()).isEqualTo(Answer.of(7L));
        assertThat(network.sent).containsExactly(ended.sent().request());
    }

    /** Without the hub no other request can be answered either. */
    @ParameterizedTest
    @CsvSource({
        "HUB_LOST, true, true",
        "CANNOT_CONNECT, true, true",
        "TIMEOUT, true, false",
        "NO_SUCH_PLUGIN, true, false",
        "REMOTE_ERROR, false, false",
        "BAD_DATA, false, false",
    })
    void an_error_is_an_answer_and_may_end_the_replay(Problem problem, boolean missing, boolean fatal) {
        ShellException failed = new ShellException(problem, "failed");
        network.answers("ready", failed);

        ReplayThreads.Ended ended = ended(request(1, null, DEADLINE));

        assertThat(ended.sent().answer()).isEqualTo(new Answer(null, "failed", missing));
        assertThat(ended.fatal()).isEqualTo(fatal ? failed : null);
    }

    @Test
    void a_defect_is_the_error_of_its_request_alone() {
        network.onExecute = () -> {
            throw new IllegalStateException("a defect");
        };

        ReplayThreads.Ended ended = ended(request(1, null, DEADLINE));

        assertThat(ended.sent().answer())
                .isEqualTo(new Answer(null, "java.lang.IllegalStateException: a defect", false));
        assertThat(ended.fatal()).isNull();
    }

    /** Which one asks until something is done is said by the recording; the last of its requests does so again. */
    @ParameterizedTest
    @CsvSource({"true, 3, done", "false, 1, not yet"})
    void the_last_of_those_that_polled_asks_until_another_reply_comes(boolean last, int sent, String result) {
        network.answers("ready", "not yet", "not yet", "done", "never asked for");

        ReplayThreads.Ended ended =
                ended(request(1, new Poll(WAITING, DONE, Duration.ZERO, DEADLINE, last), Duration.ZERO));

        assertThat(ended.sent().answer()).isEqualTo(Answer.of(result));
        assertThat(network.sent).hasSize(sent);
    }

    @Test
    void polling_ends_with_an_error_too() {
        network.answers("ready", "not yet", new ShellException(Problem.REMOTE_ERROR, "failed"));

        ReplayThreads.Ended ended =
                ended(request(1, new Poll(WAITING, DONE, Duration.ZERO, DEADLINE, true), Duration.ZERO));

        assertThat(ended.sent().answer().error()).isEqualTo("failed");
    }

    /** The time is that of the recording, and twice that of a reply. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "60000, 0, 2", "0, 60000, 2"})
    void polling_takes_no_longer_than_it_once_did(long tookMillis, long timeoutMillis, int sent) {
        network.answers("ready", "not yet", "done");
        Poll poll = new Poll(WAITING, DONE, Duration.ZERO, Duration.ofMillis(tookMillis), true);

        ended(request(1, poll, Duration.ofMillis(timeoutMillis)));

        assertThat(network.sent).hasSize(sent);
    }

    @Test
    void as_many_as_there_may_be_are_under_way_together() {
        CountDownLatch together = new CountDownLatch(ReplayThreads.MAX_REQUESTS);
        network.onExecute = () -> {
            together.countDown();
            try {
                if (!together.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException("alone");
                }
            } catch (InterruptedException stop) {
                throw ShellException.interrupted("stopped");
            }
        };

        Set<Integer> numbers = new HashSet<>();
        for (int i = 1; i <= ReplayThreads.MAX_REQUESTS; i++) {
            threads.send(request(i, null, DEADLINE, "do_thing"));
        }
        for (int i = 1; i <= ReplayThreads.MAX_REQUESTS; i++) {
            ReplayThreads.Ended ended = next();
            assertThat(ended.sent().answer().error()).isNull();
            numbers.add(ended.sent().number());
        }

        assertThat(numbers).hasSize(ReplayThreads.MAX_REQUESTS);
    }

    @Test
    void what_has_not_ended_is_waited_for_no_longer_than_said() {
        assertThat(threads.next(0)).isNull();
        assertThat(threads.next(1)).isNull();
    }

    @Test
    void a_wait_can_be_interrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> threads.next(DEADLINE.toNanos()))
                .isInstanceOfSatisfying(
                        ShellException.class,
                        stopped -> assertThat(stopped.isInterruption()).isTrue());
    }

    @Test
    void its_end_stops_what_still_waits_for_a_reply() {
        threads.send(request(1, null, DEADLINE, "wait"));
        Eventually.eventually(() -> network.waiting, DEADLINE);

        threads.close();

        assertThat(next().sent().answer().missing()).isTrue();
        assertThat(network.waiting).isFalse();
    }

    private ReplayThreads.Ended ended(ReplayedRequest request) {
        threads.send(request);
        return next();
    }

    private ReplayThreads.Ended next() {
        return requireNonNull(threads.next(DEADLINE.toNanos()));
    }

    private static ReplayedRequest request(int number, @Nullable Poll poll, Duration timeout) {
        return request(number, poll, timeout, "ready");
    }

    private static ReplayedRequest request(int number, @Nullable Poll poll, Duration timeout, String command) {
        RecordedMessage recorded = recorded(command);
        ExecuteRequest message = requireNonNull(recorded.request());
        PlannedRequest planned = new PlannedRequest(
                number, new RecordedExchange(recorded, null, "hub"), message, Map.of(), poll, List.of());
        Request request = new Request("plugin_a", command, message.arguments(), Payload.JSON, false, timeout);
        return new ReplayedRequest(
                planned, request, Map.of(), Instant.EPOCH, Duration.ZERO, Duration.ZERO, Answer.NONE);
    }

    private static RecordedMessage recorded(String command) {
        FakeRecording recording = new FakeRecording().exchange("plugin_a", command, Map.of(), 1L);
        try (RecordingReader reader = recording.reader()) {
            return (RecordedMessage) requireNonNull(reader.next());
        }
    }
}
