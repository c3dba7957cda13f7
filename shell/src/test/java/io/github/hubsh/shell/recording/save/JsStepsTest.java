package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.word.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps one by one, in a script and in a test; {@link SavedScriptTest} has whole files. */
final class JsStepsTest {
    private static final SentRequest GET = request("pump", "get", null);

    /** A step, and its lines in a script and in a test, with {@code ;;} between them. */
    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(sent(GET, 1L), "console.log(pump.get());", "expect(pump.get()).toBe(1);"),
                Arguments.of(sent(GET, null), "pump.get();", "expect(pump.get()).toBeNull();"),
                Arguments.of(
                        sent(request("pump", "go", Map.of("x", 1L)), "ok"),
                        "console.log(pump.go({ x: 1 }));",
                        "expect(pump.go({ x: 1 })).toBe('ok');"),
                Arguments.of(
                        new Step.Sent(GET, new StepAnswer.Unknown("no reply\nwas recorded")),
                        "// no reply was recorded;;// pump.get();",
                        "// no reply was recorded;;// pump.get();"),
                Arguments.of(
                        sent(request("pump", "go", Map.of("key", new HiddenSecrets.Hidden("key"))), 1L),
                        "// pump go is left out: its 'key' looks secret",
                        "// pump go is left out: its 'key' looks secret"),
                Arguments.of(
                        new Step.Pinged("it's"),
                        "console.log(hub.ping(\"it's\"));",
                        "expect(hub.ping(\"it's\")).toBeGreaterThan(0);"),
                Arguments.of(new Step.Typed("plugins", true), "console.log(hub.sh('plugins'));", "hub.sh('plugins');"),
                Arguments.of(new Step.Typed("use lab\u2028", false), "// use lab", "// use lab"),
                Arguments.of(new Step.Paused(Duration.ofMillis(1500)), "sleep('1.5s');", "sleep('1.5s');"),
                Arguments.of(new Step.Noted("a\nnote "), "// a note", "// a note"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_step_is_a_block_of_statements(Step step, String script, String test) {
        assertThat(lines(false, step)).isEqualTo(script);
        assertThat(lines(true, step).replaceAll("(^|;;)  ", "$1")).isEqualTo(test);
    }

    @Test
    void an_error_is_caught_in_a_script_and_expected_in_a_test() {
        Step failed = new Step.Sent(GET, new StepAnswer.Failed(Problem.REMOTE_ERROR, "ValueError:\nempty"));
        assertThat(lines(false, failed))
                .isEqualTo("try {;;  pump.get();;;} catch (error) {;;"
                        + "  console.error(error.message); // ValueError: empty;;}");
        assertThat(lines(true, failed)).contains("expect(() => pump.get()).toThrow(");
    }

    /** Columns: the field and the value that is wanted, the times, and the call in a script. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``      |      | 250 | 300 | hub.until(() => pump.get())
            ``      |      | 500 | 300 | hub.until(() => pump.get(), { every: '500ms' })
            ``      |      | 250 | 5   | hub.until(() => pump.get(), { for: '5s' })
            state   | idle | 250 | 300 | hub.until(() => pump.get(), { that: (result) => result.state === 'idle' })
            a b     | 5    | 250 | 300 | hub.until(() => pump.get(), { that: (result) => result['a b'] === 5 })
            done    | true | 500 | 300 | hub.until(() => pump.get(), { every: '500ms', that: (result) => result.done === true })
            """)
    void polling_waits_for_what_ended_it(String field, @Nullable String wanted, int every, int limit, String call) {
        Object value = wanted == null
                ? null
                : wanted.equals("true")
                        ? (Object) true
                        : wanted.matches("\\d") ? (Object) Long.valueOf(wanted) : wanted;
        Polling polling =
                new Polling(field.isEmpty() ? null : field, value, Duration.ofMillis(every), Duration.ofSeconds(limit));
        Step polled = new Step.Polled(GET, polling, new StepAnswer.Value(1L), null);
        assertThat(String.join(" ", lines(false, polled).split(";;\\s*", -1))
                        .replaceAll("\\s+", " ")
                        .replace(", })", " })"))
                .isEqualTo("console.log(" + call + ");");
    }

    @Test
    void plugins_are_declared_once_before_all_others() {
        JsSteps steps = new JsSteps(
                List.of(sent(GET, 1L), sent(request("a-b", "go", null), 1L), sent(GET, 1L)), false, new TreeSet<>());
        List<List<String>> blocks = steps.blocks();
        assertThat(blocks).hasSize(4);
        assertThat(blocks.get(0)).hasSize(2).first().isEqualTo("const pump = hub.plugin('pump');");
        assertThat(blocks.get(0).get(1)).endsWith(" = hub.plugin('a-b');");
        assertThat(new JsSteps(List.of(new Step.Noted("x")), false, new TreeSet<>()).blocks())
                .hasSize(1);
    }

    @Test
    void what_is_needed_beside_the_hub_is_imported() {
        Set<String> imports = new TreeSet<>();
        List<Step> steps = List.of(new Step.Paused(Duration.ofSeconds(1)), new Step.Pinged("a"));
        assertThat(new JsSteps(steps, false, imports).blocks()).hasSize(2);
        assertThat(imports).containsExactly("sleep");
    }

    private static String lines(boolean testing, Step step) {
        List<List<String>> blocks = new JsSteps(List.of(step), testing, new TreeSet<>()).blocks();
        return String.join(";;", blocks.get(blocks.size() - 1));
    }

    private static Step sent(SentRequest request, @Nullable Object answer) {
        return new Step.Sent(request, new StepAnswer.Value(answer));
    }

    private static SentRequest request(String target, String command, @Nullable Object data) {
        return new SentRequest(target, command, data, Payload.JSON, Map.of(), false);
    }
}
