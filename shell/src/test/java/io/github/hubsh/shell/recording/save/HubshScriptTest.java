package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.session.ScriptFile;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.StatementLanguage;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.RepeatableStatement;
import io.github.hubsh.shell.session.result.ResultCondition;
import io.github.hubsh.shell.word.JsonInput;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps as lines of the shell; {@link HubshItemsTest} has their arguments. */
final class HubshScriptTest {
    private static final Map<String, Object> ID = Map.of("id", "4242-4242");
    private static final SentRequest GET = request(null);
    private static final SentRequest WITH_ID = request(ID);
    private static final StepAnswer NONE = new StepAnswer.Value(null);
    private static final StepAnswer GIVES_ID = new StepAnswer.Value("4242-4242");

    /** Steps, and their lines, with {@code ;;} between them. */
    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(List.of(), ""),
                Arguments.of(List.of(new Step.Sent(GET, NONE)), "execute pump get"),
                Arguments.of(List.of(new Step.Pinged("it's")), "ping \"it's\""),
                Arguments.of(List.of(new Step.Typed("plugins | count", true)), "plugins | count"),
                Arguments.of(List.of(new Step.Paused(Duration.ofMillis(1500))), "js sleep('1.5s')"),
                Arguments.of(List.of(new Step.Noted("two\nlines")), "# two lines"),
                Arguments.of(
                        List.of(new Step.Sent(GET, new StepAnswer.Failed(Problem.REMOTE_ERROR, "no\nwater"))),
                        "# It failed: no water;;# execute pump get"),
                Arguments.of(
                        List.of(new Step.Sent(GET, new StepAnswer.Unknown("no reply was recorded"))),
                        "# no reply was recorded;;# execute pump get"),
                Arguments.of(
                        List.of(new Step.Sent(request(List.of()), NONE)),
                        "# pump get is left out: its arguments are not an object"),
                Arguments.of(
                        List.of(polled(request(List.of()), null, null)),
                        "# pump get is left out: its arguments are not an object"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_step_is_a_block_of_lines(List<Step> steps, String lines) {
        assertThat(lines(steps)).isEqualTo(lines);
    }

    /** Columns: the encoding, the arguments as JSON with functions, and the options that the line needs. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/json               |                   | ``
            application/python-pickle      |                   | ` --mime pickle`
            application/python-pickle      | {"x":1}           | ` --mime pickle x=1`
            application/python-pickle      | {"x":tuple(1)}    | ` x:=tuple(1)`
            application/x-yaml             |                   | ` --mime yaml`
            application/x-yaml             | {"x":1}           | ` --mime yaml x=1`
            application/json               | {"x":1}           | ` x=1`
            """)
    void an_encoding_that_the_arguments_do_not_bring_along_is_an_option(
            String mime, @Nullable String arguments, String rest) throws Exception {
        SentRequest request = new SentRequest("pump", "get", value(arguments), mime, Map.of(), false);
        assertThat(lines(List.of(new Step.Sent(request, NONE)))).isEqualTo("execute pump get" + rest);
    }

    @Test
    void what_stands_beside_the_arguments_is_an_option() {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("priority", 1L);
        content.put("a b", "c d");
        SentRequest request = new SentRequest("pump", "get", null, Payload.JSON, content, true);

        assertThat(lines(List.of(new Step.Sent(request, NONE))))
                .isEqualTo("execute pump get --silent --content priority=1 --content 'a b'='c d'");
    }

    /** Columns: the field and what it has to be, as JSON, how often and how long, and the options. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                  |          | 250 | 300 | until pump get
                  |          | 500 | 5   | until pump get --every 500ms --for 5s
            state | "idle"   | 250 | 300 | until pump get --that '.state == "idle"'
            done  | true     | 500 | 300 | until pump get --that '.done == true' --every 500ms
            a b   | "it's"   | 250 | 300 | until pump get --that ".[\\"a b\\"] == \\"it's\\""
            $a    | 5        | 250 | 60  | until pump get --that '.["$a"] == 5' --for 60s
            """)
    void polling_says_what_it_waits_for(
            @Nullable String field, @Nullable String wanted, int every, int limit, String line) throws Exception {
        Polling polling = new Polling(field, value(wanted), Duration.ofMillis(every), Duration.ofSeconds(limit));
        Step polled = new Step.Polled(GET, polling, new StepAnswer.Value(1L), null);

        assertThat(lines(List.of(polled))).isEqualTo(line);
    }

    /**
     * The first step gives the id that the second one sends. Columns: what was typed for both and the variables that
     * took the results, and the lines.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
                              ¦       ¦                            ¦      ¦ id = execute pump get;;execute pump get id=$id
                              ¦ run   ¦                            ¦      ¦ run = execute pump get;;execute pump get id=$run
                              ¦ id    ¦                            ¦ id2  ¦ id = execute pump get;;id2 = execute pump get id=$id
                              ¦       ¦                            ¦ id   ¦ id2 = execute pump get;;id = execute pump get id=$id2
            x pump get        ¦       ¦                            ¦      ¦ id = execute pump get;;execute pump get id=$id
            run = x pump get  ¦ run   ¦                            ¦      ¦ run = x pump get;;execute pump get id=$run
            n = x pump | c    ¦       ¦ x pump get id=$n           ¦      ¦ n = x pump | c;;x pump get id=$n
            n = x pump | c    ¦       ¦ x pump get id=4242-4242    ¦      ¦ n = x pump | c;;execute pump get id=4242-4242
                              ¦       ¦ x pump get id=$_           ¦      ¦ id = execute pump get;;x pump get id=$_
                              ¦       ¦ x pump get id=4242-4242    ¦      ¦ id = execute pump get;;execute pump get id=$id
            """)
    void a_variable_takes_what_a_later_step_sends(
            @Nullable String line,
            @Nullable String variable,
            @Nullable String later,
            @Nullable String laterVariable,
            String lines) {
        assertThat(lines(List.of(
                        new Step.Sent(GET, GIVES_ID, line, variable),
                        new Step.Sent(WITH_ID, NONE, later, laterVariable))))
                .isEqualTo(lines);
    }

    @Test
    void what_polling_ended_with_has_a_variable_too() {
        assertThat(lines(List.of(polled(GET, "4242-4242", null), new Step.Sent(WITH_ID, NONE))))
                .isEqualTo("id = until pump get;;execute pump get id=$id");
        assertThat(lines(List.of(polled(GET, "4242-4242", "ready"), new Step.Sent(WITH_ID, NONE))))
                .isEqualTo("ready = until pump get;;execute pump get id=$ready");
    }

    @Test
    void what_was_typed_stays_where_nothing_is_handed_on() {
        assertThat(lines(List.of(new Step.Sent(GET, NONE, "x pump get | count", null))))
                .isEqualTo("x pump get | count");
        assertThat(lines(List.of(new Step.Sent(
                        GET, new StepAnswer.Failed(Problem.TIMEOUT, "no reply"), "x pump get > state.json", null))))
                .isEqualTo("# It failed: no reply;;# x pump get > state.json");
    }

    @Test
    void a_file_says_what_it_was_made_of() {
        assertThat(new HubshScript(file(), new Executing(), List.of(new Step.Pinged("pump"))).text())
                .isEqualTo("""
                # Made of a b.jsonl by hubsh save, 2026-11-30.
                #   hubsh run dose.hubsh

                ping pump
                """);
    }

    private static Step polled(SentRequest request, @Nullable Object now, @Nullable String variable) {
        Polling polling = Polling.untilThere(Polling.DEFAULT_EVERY, Polling.DEFAULT_LIMIT);
        return new Step.Polled(request, polling, new StepAnswer.Value(now), variable);
    }

    private static SentRequest request(@Nullable Object data) {
        return new SentRequest("pump", "get", data, Payload.JSON, Map.of(), false);
    }

    private static @Nullable Object value(@Nullable String typed) throws JsonInput.WrongJson {
        return JsonInput.operands(String.valueOf(typed), TypedFunctions.all(), List.of())
                .positional()
                .get(0);
    }

    private static SavedScript file() {
        return new SavedScript("dose.hubsh", "a\nb.jsonl", LocalDate.of(2026, 11, 30));
    }

    /** Returns the lines below the heading. */
    private static String lines(List<Step> steps) {
        String text = new HubshScript(file(), new Executing(), steps).text();
        int heading = text.indexOf("\n\n");
        return heading < 0 ? "" : text.substring(heading + 2).strip().replaceAll("\n+", ";;");
    }

    /** The language, as far as a file needs it. */
    private record Executing() implements StatementLanguage {
        @Override
        public String execute(String target, String command, String options, Map<String, @Nullable Object> arguments) {
            assertThat(arguments).isEmpty();
            return "execute " + target + " " + command + options;
        }

        @Override
        public ResultCondition condition(Word expression) {
            throw new IllegalStateException("nothing is run");
        }

        @Override
        public RepeatableStatement statement(List<Word> words, Session session) {
            throw new IllegalStateException("nothing is run");
        }

        @Override
        public void run(String line, Session session, Consumer<Outcome> results) {
            throw new IllegalStateException("nothing is run");
        }

        @Override
        public void run(ScriptFile file, Session session, Consumer<Outcome> results) {
            throw new IllegalStateException("nothing is run");
        }
    }
}
