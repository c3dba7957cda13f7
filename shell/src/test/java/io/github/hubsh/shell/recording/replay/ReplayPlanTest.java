package io.github.hubsh.shell.recording.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.recording.NamePattern;
import io.github.hubsh.shell.recording.TimeSpan;
import io.github.hubsh.shell.recording.compare.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplayPlanTest {
    private static final Map<String, Object> NONE = Map.of();
    private static final UUID ID = UUID.fromString("424242aa-0000-4000-8000-000000000001");
    private static final UUID FRESH = UUID.fromString("11111111-0000-4000-8000-000000000002");

    private final FakeRecording recording = new FakeRecording();

    @Test
    void requests_to_the_hub_are_left_out_unless_they_are_asked_for() {
        recording.exchange("hub", "register", NONE, NONE).exchange("pump", "run", NONE, 1L);

        assertThat(commands(planned())).isEqualTo("run");
        assertThat(commands(planned("hub"))).isEqualTo("register");
        assertThat(commands(planned("hub", "pump"))).isEqualTo("register run");
    }

    @ParameterizedTest
    @CsvSource({"pump, run stop", "run, run", "p*, run stop", "st?p, stop", "ui, run stop on", "nobody, ''"})
    void a_pattern_chooses_plugins_and_commands(String only, String commands) {
        recording
                .exchange("pump", "run", NONE, 1L)
                .exchange("pump", "stop", NONE, 1L)
                .exchange("lamp", "on", NONE, 1L);

        assertThat(commands(planned(only))).isEqualTo(commands);
    }

    @Test
    void what_a_plugin_sent_while_it_answered_is_not_sent_beside_it() {
        String outer = recording.request("ui", "protocol", "run", NONE, Payload.JSON);
        String inner = recording.request("protocol", "pump", "set_rate", NONE, Payload.JSON);
        recording.reply(inner, "pump", "set_rate", 1L, null, Payload.JSON);
        recording.reply(outer, "protocol", "run", 1L, null, Payload.JSON);
        recording.request("protocol", "pump", "stop", NONE, Payload.JSON);

        assertThat(commands(planned())).isEqualTo("run stop");
        assertThat(commands(planned("pump"))).isEqualTo("set_rate stop");
    }

    @Test
    void a_part_of_the_time_is_chosen() {
        recording
                .exchange("pump", "a", NONE, 1L)
                .exchange("pump", "b", NONE, 1L)
                .exchange("pump", "c", NONE, 1L);
        Instant from = TimeSpan.moment("200ms", FakeRecording.START);
        Instant to = TimeSpan.moment("2024-01-01T10:00:00.4Z", FakeRecording.START);

        ReplayChoice choice = new ReplayChoice(List.of(), new TimeSpan(from, to));
        assertThat(commands(all(new ReplayPlan(recording.reader(), choice, null, 0))))
                .isEqualTo("b");
        assertThat(TimeSpan.moment("1.5h", FakeRecording.START)).isEqualTo(Instant.parse("2024-01-01T11:30:00Z"));
        assertThat(TimeSpan.moment("noon", FakeRecording.START)).isNull();
    }

    @Test
    void a_request_waits_for_replies_that_it_once_had() {
        String slow = recording.request("pump", "run", NONE, Payload.JSON);
        recording.exchange("lamp", "on", NONE, 1L);
        recording.reply(slow, "pump", "run", 1L, null, Payload.JSON);
        recording.request("other", "pump", "stop", NONE, Payload.JSON);
        recording.request("other", "lamp", "off", NONE, Payload.JSON);

        List<PlannedRequest> all = planned();
        assertThat(all.get(1).waitsFor(all.get(0))).as("overlapped").isFalse();
        assertThat(all.get(2).waitsFor(all.get(0))).as("of the same plugin").isTrue();
        assertThat(all.get(2).waitsFor(all.get(1))).as("of others").isFalse();
        assertThat(all.get(3).waitsFor(all.get(2))).as("unanswered").isFalse();
    }

    @Test
    void a_carried_value_comes_from_the_new_reply() {
        recording
                .exchange("dstat", "run", NONE, ID, Payload.PICKLE)
                .exchange("dstat", "get", Map.of("experiment_id", ID), 1L, Payload.PICKLE)
                .exchange("plot", "show", Map.of("file", ID + ".csv"), 1L);
        CarryOver carry = new CarryOver();
        ReplayPlan plan = new ReplayPlan(recording.reader(), everything(), carry, 10);

        assertThat(plan.next().number()).isEqualTo(11);
        carry.answered(11, FRESH);
        PlannedRequest get = plan.next();
        assertThat(carry.apply(get.carried(), get.arguments())).isEqualTo(Map.of("experiment_id", FRESH));
        PlannedRequest show = plan.next();
        assertThat(carry.apply(show.carried(), show.arguments())).isEqualTo(Map.of("file", FRESH + ".csv"));
        assertThat(show.waitsFor(get)).isTrue();
    }

    @Test
    void a_new_reply_may_come_after_the_recorded_one_was_due() {
        recording.exchange("dstat", "run", NONE, ID).exchange("dstat", "get", Map.of("id", ID), 1L);
        CarryOver carry = new CarryOver();
        ReplayPlan plan = new ReplayPlan(recording.reader(), everything(), carry, 0);
        plan.next();
        PlannedRequest get = plan.next();

        assertThat(carry.apply(get.carried(), get.arguments())).isEqualTo(Map.of("id", ID.toString()));
        carry.answered(1, FRESH);
        assertThat(carry.apply(get.carried(), get.arguments())).isEqualTo(Map.of("id", FRESH.toString()));
    }

    @Test
    void equal_requests_until_another_reply_comes_are_polls() {
        poll(null, null, Map.of("points", 20L)).exchange("dstat", "get", NONE, 1L);

        List<PlannedRequest> all = planned();
        assertThat(all).extracting(each -> each.poll() != null).containsExactly(true, true, true, false);
        Poll last = all.get(2).poll();
        assertThat(all.get(0).poll().last()).isFalse();
        assertThat(last.goesOn(Answer.of((Object) null))).isTrue();
        assertThat(last.goesOn(Answer.of(Map.of("points", 21L)))).isFalse();
        assertThat(last.pause()).isEqualTo(FakeRecording.STEP.multipliedBy(2));
    }

    @Test
    void equal_requests_whose_replies_change_or_stay_are_none() {
        poll(1L, 2L, 3L);
        recording.exchange("lamp", "on", NONE, 1L).exchange("lamp", "on", NONE, 1L);

        assertThat(planned()).extracting(PlannedRequest::poll).containsOnlyNulls();
    }

    @Test
    void the_last_of_more_polls_than_are_known_ahead_is_still_one() {
        Object[] results = new Object[2_002];
        results[2_001] = Map.of("points", 20L);
        poll(results);

        List<PlannedRequest> all = planned();
        assertThat(all).hasSize(2_002);
        assertThat(all.get(2_001).poll().last()).isTrue();
        assertThat(all.get(2_000).poll()).isNotNull();
    }

    private FakeRecording poll(Object... results) {
        for (Object result : results) {
            recording.exchange("dstat", "complete", Map.of("id", 1L), result);
        }
        return recording;
    }

    private List<PlannedRequest> planned(String... only) {
        List<NamePattern> patterns = new ArrayList<>();
        for (String each : only) {
            patterns.add(new NamePattern(each));
        }
        ReplayChoice choice = new ReplayChoice(patterns, TimeSpan.ALL);
        return all(new ReplayPlan(recording.reader(), choice, null, 0));
    }

    private static ReplayChoice everything() {
        return new ReplayChoice(List.of(), TimeSpan.ALL);
    }

    private static List<PlannedRequest> all(ReplayPlan plan) {
        List<PlannedRequest> all = new ArrayList<>();
        for (PlannedRequest next = plan.next(); next != null; next = plan.next()) {
            all.add(next);
        }
        return all;
    }

    private static String commands(List<PlannedRequest> requests) {
        return requests.stream().map(each -> each.message().command()).collect(Collectors.joining(" "));
    }
}
