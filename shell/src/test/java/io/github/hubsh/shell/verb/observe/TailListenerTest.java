package io.github.hubsh.shell.verb.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.recording.RecordedLine;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.RecordingReader;
import io.github.hubsh.shell.recording.TailFilter;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.ResultCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a broadcast that is heard, and of one that was recorded. */
final class TailListenerTest {
    private static final ResultCondition NEVER = value -> false;
    private static final ResultCondition OF_START =
            value -> value instanceof Map<?, ?> facts && "start".equals(facts.get("command"));

    private final ShellBench bench = ShellBench.pipe();
    private final FakeRecording recording = new FakeRecording()
            .exchange("pump", "start", Map.of("x", 1L), 7L)
            .exchange("valve", "open", Map.of(), null);

    /** A pair needs both sides, a line the request alone. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "tail --source ui --target pump, ui, pump, -",
                "tail --source 'u*' --type execute_reply, -, -, execute_reply",
                "tail --source ui --pairs, -, -, -",
                "tail --source ui --as-commands, ui, -, execute_request",
            })
    void it_listens_to_no_more_than_it_needs(
            String line, @Nullable String source, @Nullable String target, @Nullable String type) {
        assertThat(heard(line).filter()).isEqualTo(new BroadcastFilter(source, target, type));
    }

    @ParameterizedTest
    @CsvSource({"tail, 1", "tail pump, 1", "tail valve, 0", "tail --command stop, 0", "tail --as-commands valve, 0"})
    void what_is_heard_has_to_pass_the_filter(String line, int results) {
        assertThat(heard(line).heard(FakeBroadcast.request("start", Map.of()))).isEqualTo(results);

        assertThat(bench.screen.data().isEmpty()).isEqualTo(results == 0);
    }

    @Test
    void what_is_heard_has_to_fit_the_condition() {
        assertThat(behind("tail", OF_START).heard(FakeBroadcast.request("start", Map.of())))
                .isEqualTo(1);
        assertThat(behind("tail", OF_START).heard(FakeBroadcast.request("stop", Map.of())))
                .isZero();
    }

    @Test
    void of_a_recording_replies_are_no_lines() {
        assertThat(shown("--as-commands")).isEqualTo("execute pump start x=1\nexecute valve open\n");
    }

    @Test
    void lines_of_a_recording_may_be_chosen_by_an_expression() {
        assertThat(shown("--as-commands --where '.data.x == 1'")).isEqualTo("execute pump start x=1\n");
    }

    /** The counts are those of the four messages, one after the other. */
    @ParameterizedTest
    @CsvSource({"tail, 1 1 1 1", "tail pump, 1 1 0 0", "tail --type execute_reply, 0 1 0 1", "tail --pairs, 0 1 0 1"})
    void recorded_messages_pass_the_same_filter(String line, String results) {
        assertThat(counts(behind(line, null))).isEqualTo(results);
    }

    @ParameterizedTest
    @CsvSource({"tail, 1 1 0 0", "tail --pairs, 0 1 0 0", "tail valve, 0 0 0 0"})
    void recorded_messages_have_to_fit_the_condition_too(String line, String results) {
        assertThat(counts(behind(line, OF_START))).isEqualTo(results);
    }

    @Test
    void a_recorded_message_is_shown_as_the_same_one_is_that_is_heard() {
        List<RecordedMessage> messages = messages();
        TailListener listener = behind("tail", null);
        messages.forEach(listener::recorded);
        String recorded = bench.screen.data();
        messages.forEach(message -> listener.heard(message.broadcast()));

        assertThat(recorded).isNotEmpty();
        assertThat(bench.screen.data()).isEqualTo(recorded + recorded);
    }

    /** Half of a character cannot be shown as it stands in the file: the message is read for that. */
    @Test
    void a_recorded_message_that_has_to_be_read_is_shown_too() {
        recording.raw(recording.text().lines().toList().get(1).replace("\"ui\"", "\"u\\ud83d\"") + "\n");

        assertThat(counts(behind("tail", null))).isEqualTo("1 1 1 1 1");
    }

    @Test
    void where_nothing_comes_requests_are_given_up() {
        TailListener listener = behind("tail --pairs", null);
        assertThat(counts(listener, messages().subList(0, 1))).isEqualTo("0");

        assertThat(listener.idle()).isEqualTo(1);
        assertThat(listener.idle()).isZero();
        assertThat(bench.screen.data()).contains("\"error\":\"(unanswered)\"").hasLineCount(1);
    }

    @Test
    void a_reply_that_comes_late_shows_first_what_was_given_up_before_it() {
        recording.request("pump", "lost", Map.of(), Payload.JSON);
        TailListener listener = behind("tail --pairs", null);
        List<RecordedMessage> messages = messages();
        assertThat(counts(listener, messages.subList(4, 5))).isEqualTo("0");
        assertThat(counts(listener, messages.subList(0, 1))).isEqualTo("0");
        TimedBroadcast reply = messages.get(1).broadcast();

        assertThat(listener.heard(new TimedBroadcast(reply.time().plusSeconds(100), reply.message(), reply.raw())))
                .isEqualTo(2);

        assertThat(bench.screen.data().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("(unanswered)"),
                        second -> assertThat(second).contains("\"result\":7"));
    }

    @Test
    void at_the_end_requests_without_a_reply_are_shown_where_they_fit() {
        TailListener all = behind("tail --pairs", null);
        TailListener none = behind("tail --pairs", NEVER);
        all.recorded(messages().get(0));
        none.recorded(messages().get(0));

        none.end();
        assertThat(bench.screen.data()).isEmpty();
        all.end();
        assertThat(bench.screen.data()).contains("(unanswered)").hasLineCount(1);
    }

    @Test
    void without_pairs_nothing_is_held_back() {
        TailListener listener = behind("tail", null);

        assertThat(counts(listener)).isEqualTo("1 1 1 1");
        String data = bench.screen.data();
        assertThat(listener.idle()).isZero();
        listener.end();

        assertThat(bench.screen.data()).isEqualTo(data);
    }

    @Test
    void pairs_are_no_lines() {
        assertThatThrownBy(() -> behind("tail --pairs --as-commands", null))
                .hasMessage("expected either --pairs or --as-commands");
    }

    private TailListener heard(String line) {
        return new TailListener(arguments(line), bench.session);
    }

    private TailListener behind(String line, @Nullable ResultCondition condition) {
        Arguments arguments = arguments(line);
        return new TailListener(
                TailFilter.of(arguments.optionalOperand(0), arguments), condition, arguments, bench.session);
    }

    private static Arguments arguments(String line) {
        return LineParser.parse(line).get(0).arguments();
    }

    /** Returns what {@code recording show} prints, which has the language of the shell. */
    private String shown(String options) {
        bench.files.with("rec.jsonl", recording.text());
        assertThat(bench.run("recording show rec.jsonl " + options))
                .as(bench.screen.messages())
                .isZero();
        return bench.screen.data();
    }

    private String counts(TailListener listener) {
        return counts(listener, messages());
    }

    private static String counts(TailListener listener, List<RecordedMessage> messages) {
        List<String> counts = new ArrayList<>();
        messages.forEach(message -> counts.add(String.valueOf(listener.recorded(message))));
        return String.join(" ", counts);
    }

    private List<RecordedMessage> messages() {
        List<RecordedMessage> messages = new ArrayList<>();
        try (RecordingReader reader = recording.reader()) {
            for (RecordedLine line = reader.next(); line != null; line = reader.next()) {
                messages.add((RecordedMessage) line);
            }
        }
        return messages;
    }
}
