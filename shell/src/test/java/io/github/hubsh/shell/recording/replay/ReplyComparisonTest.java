package io.github.hubsh.shell.recording.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.TimeSpan;
import io.github.hubsh.shell.recording.compare.Answer;
import io.github.hubsh.shell.recording.compare.Difference;
import io.github.hubsh.shell.recording.compare.IgnoredPath;
import io.github.hubsh.shell.recording.compare.LearnedPaths;
import io.github.hubsh.shell.recording.replay.ComparedReply.Verdict;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ReplyComparisonTest {
    private static final String ID = "424242aa-0000-4000-8000-000000000001";
    private static final String FRESH = "11111111-0000-4000-8000-000000000002";

    private final FakeRecording recording = new FakeRecording();
    private final CarryOver carry = new CarryOver();

    @Test
    void a_result_is_compared_with_the_recorded_one() throws ContentException {
        recording.exchange("pump", "get", Map.of(), Map.of("rate", 5L, "time", 1.5));
        PlannedRequest get = plan().next();

        assertThat(compared(get, Map.of("rate", 5L, "time", 1.5), ".x").verdict())
                .isEqualTo(Verdict.SAME);
        assertThat(compared(get, Map.of("rate", 5L, "time", 9.5), ".time").verdict())
                .isEqualTo(Verdict.SAME);
        assertThat(compared(get, Map.of("rate", 5L, "time", 9.5), "lamp:.time").verdict())
                .isEqualTo(Verdict.DIFFERENT);
        ComparedReply different = compared(get, Map.of("rate", 6L, "time", 1.5), ".x");
        assertThat(different.differences()).extracting(Difference::where).containsExactly(".rate");
        assertThat(different.differences().get(0).facts())
                .isEqualTo(Map.of("path", ".rate", "kind", "changed", "recorded", 5L, "now", 6L));
    }

    @Test
    void errors_are_compared_by_what_they_say() throws ContentException {
        recording.failure("pump", "set", Map.of(), "Traceback (most recent call last):\n  …\nValueError: too much");
        PlannedRequest set = plan().next();

        assertThat(failed(set, Problem.REMOTE_ERROR, "ValueError: too much").verdict())
                .isEqualTo(Verdict.SAME);
        assertThat(failed(set, Problem.REMOTE_ERROR, "ValueError: too little").verdict())
                .isEqualTo(Verdict.DIFFERENT);
        ComparedReply fine = compared(set, 1L, ".x");
        assertThat(fine.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(fine.differences().get(0).recordedText()).isEqualTo("\"error: ValueError: too much\"");
        assertThat(compared(set, 1L, ".").verdict()).isEqualTo(Verdict.SAME);
    }

    @Test
    void who_does_not_reply_is_missing_unless_it_was_so() throws ContentException {
        recording.exchange("pump", "get", Map.of(), 1L).failure("gone", "get", Map.of(), "Unsupported source(gone)");
        ReplayPlan plan = plan();

        assertThat(failed(plan.next(), Problem.TIMEOUT, "no reply within 5 s").verdict())
                .isEqualTo(Verdict.MISSING);
        assertThat(failed(plan.next(), Problem.NO_SUCH_PLUGIN, "no such plugin is registered")
                        .verdict())
                .isEqualTo(Verdict.SAME);
    }

    @Test
    void what_had_no_reply_is_not_compared() throws ContentException {
        recording.request("pump", "get", Map.of(), Payload.JSON);

        assertThat(compared(plan().next(), 1L, ".x").verdict()).isEqualTo(Verdict.UNRECORDED);
    }

    @Test
    void a_carried_number_is_the_same_where_it_stands_under_its_name() throws ContentException {
        recording
                .exchange("dstat", "run", Map.of(), Map.of("experiment_id", 1L))
                .exchange("dstat", "get", Map.of("experiment_id", 1L), Map.of("experiment_id", 1L, "cycles", 1L));
        ReplyComparison comparison = new ReplyComparison(List.of(), 0, carry);
        ReplayPlan plan = plan();
        PlannedRequest run = plan.next();
        ComparedReply first = comparison.compare(run, Answer.of(Map.of("experiment_id", 7L)));
        carry.answered(1, Map.of("experiment_id", 7L));
        PlannedRequest get = plan.next();

        assertThat(first.isOpen()).isTrue();
        List<CarriedValue> carried = comparison.sends(get);
        assertThat(first.without(carried.get(0).from()).verdict()).isEqualTo(Verdict.SAME);
        assertThat(comparison
                        .compare(get, Answer.of(Map.of("experiment_id", 7L, "cycles", 1L)))
                        .verdict())
                .isEqualTo(Verdict.SAME);
        assertThat(comparison
                        .compare(get, Answer.of(Map.of("experiment_id", 7L, "cycles", 7L)))
                        .differences())
                .extracting(Difference::where)
                .containsExactly(".cycles");
    }

    @Test
    void an_id_that_the_request_named_has_to_come_back() throws ContentException {
        recording.exchange("db", "get", Map.of("id", ID), Map.of("id", ID, "etag", FRESH));

        PlannedRequest get = plan().next();
        String other = "33333333-0000-4000-8000-000000000003";
        assertThat(compared(get, Map.of("id", ID, "etag", other), ".x").verdict())
                .isEqualTo(Verdict.SAME);
        assertThat(compared(get, Map.of("id", FRESH, "etag", other), ".x").differences())
                .extracting(Difference::where)
                .containsExactly(".id");
    }

    @Test
    void a_poll_may_be_done_earlier() throws ContentException {
        recording
                .exchange("dstat", "done", Map.of(), null)
                .exchange("dstat", "done", Map.of(), null)
                .exchange("dstat", "done", Map.of(), Map.of("points", 20L));
        PlannedRequest first = plan().next();

        assertThat(compared(first, Map.of("points", 20L), ".x").verdict()).isEqualTo(Verdict.SAME);
        assertThat(compared(first, null, ".x").verdict()).isEqualTo(Verdict.SAME);
        assertThat(compared(first, Map.of("points", 21L), ".x").verdict()).isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void what_differs_is_proposed_to_be_ignored() throws ContentException {
        recording.exchange(
                "pump", "get", Map.of(), Map.of("rows", List.of(Map.of("t", 1.0), Map.of("t", 2.0)), "A b", 1L));
        PlannedRequest get = plan().next();
        Object now = Map.of("rows", List.of(Map.of("t", 1.1), Map.of("t", 2.5)), "A b", 1.1);
        LearnedPaths learned = new LearnedPaths();
        compared(get, now, "lamp:.").differences().forEach(each -> learned.add(get.message(), each));

        List<String> paths = learned.paths().stream()
                .map(LearnedPaths.LearnedPath::text)
                .sorted()
                .toList();
        assertThat(paths).containsExactly("pump.get:.\"A b\"", "pump.get:.rows[].t");
        assertThat(compared(get, now, String.join(",", paths)).verdict()).isEqualTo(Verdict.SAME);
        assertThat(learned.deviation()).isEqualTo(0.17);
        assertThat(new ReplyComparison(List.of(), learned.deviation(), carry)
                        .compare(get, Answer.of(now))
                        .verdict())
                .isEqualTo(Verdict.SAME);
    }

    private ReplayPlan plan() {
        return new ReplayPlan(recording.reader(), new ReplayChoice(List.of(), TimeSpan.ALL), carry, 0);
    }

    private ComparedReply compared(PlannedRequest request, Object now, String ignored) throws ContentException {
        return new ReplyComparison(IgnoredPath.parseAll(ignored), 0, carry)
                .compare(Objects.requireNonNull(request), Answer.of(now));
    }

    private ComparedReply failed(PlannedRequest request, Problem problem, String text) {
        return new ReplyComparison(List.of(), 0, carry)
                .compare(Objects.requireNonNull(request), Answer.of(new ShellException(problem, text)));
    }
}
