package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.PipelineSpec;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.session.Journal;
import io.github.hubsh.shell.session.JournaledStatement;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which step each line of a session becomes, for a file of lines and for a script. */
final class JournaledStepsTest {
    private final Journal journal = new Journal();

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            execute pump stop                          ¦ request                      ¦ request
            x pump stop                                ¦ request                      ¦ request
            level = execute pump state                 ¦ request as typed, into level ¦ request as typed, into level
            execute pump state | count                ¦ request as typed             ¦ request as typed
            level = execute pump state | count        ¦ request as typed             ¦ request as typed
            execute pump state > state.json            ¦ request as typed             ¦ request as typed
            execute pump set x=$level                  ¦ request as typed             ¦ request as typed
            execute pump set x=$_                      ¦ request                      ¦ request
            execute pump set x=$_2                     ¦ request                      ¦ request
            until pump state                           ¦ polled                       ¦ polled
            until pump state --that '.ready == true'   ¦ polled for ready = true      ¦ polled for ready = true
            ready = until pump state                   ¦ polled, into ready           ¦ polled, into ready
            until pump state --that '.level > 1'       ¦ shown                        ¦ shown
            ping pump                                  ¦ ping pump                    ¦ ping pump
            status                                     ¦ shown                        ¦ shown
            plugins                                    ¦ shown                        ¦ shown
            commands pump                              ¦ shown                        ¦ shown
            describe pump state                        ¦ shown                        ¦ shown
            plugins | count                            ¦ typed                        ¦ typed
            plugins > plugins.json                     ¦ typed                        ¦ typed
            let a=1                                    ¦ typed                        ¦
            alias p='ping pump'                        ¦ typed                        ¦
            run dose.hubsh                             ¦ typed                        ¦ request request
            js hub.plugin('pump').stop()               ¦ typed                        ¦ request request
            test dose.test.js                          ¦ typed                        ¦ typed
            serve dose.js                              ¦ typed                        ¦ typed
            set quiet=on                               ¦ typed                        ¦ typed
            connect                                    ¦ typed                        ¦ typed
            tail --count 1                             ¦ typed                        ¦ typed
            replay rec.jsonl                           ¦ typed                        ¦ typed
            save dose.js                               ¦                              ¦
            record rec.jsonl                           ¦                              ¦
            history                                    ¦                              ¦
            help execute                               ¦                              ¦
            jobs                                       ¦                              ¦
            use pump                                   ¦                              ¦
            config                                     ¦                              ¦
            exit                                       ¦                              ¦
            $level                                     ¦                              ¦
            """)
    void a_line_becomes_these_steps(String line, @Nullable String inLines, @Nullable String inScript) {
        ran(line).end(false);

        assertThat(steps(JournaledSteps.Scripts.AS_LINES)).isEqualTo(Objects.requireNonNullElse(inLines, ""));
        assertThat(steps(JournaledSteps.Scripts.AS_REQUESTS)).isEqualTo(Objects.requireNonNullElse(inScript, ""));
    }

    @ParameterizedTest
    @EnumSource
    void a_verb_without_requests_becomes_nothing_only_if_it_says_so(VerbName verb) {
        Statement any = LineParser.parse("ping pump").get(0);
        journal.begin(new JournaledStatement(1, verb, verb.text(), any.arguments(), null, false))
                .end(false);

        boolean isRequest = verb == VerbName.EXECUTE;
        assertThat(steps(JournaledSteps.Scripts.AS_LINES).isEmpty())
                .isEqualTo(isRequest || verb.has(VerbTrait.LEFT_OUT_OF_SAVED));
    }

    @Test
    void of_what_failed_only_requests_are_kept() {
        for (String line : List.of("ping pump", "until pump state", "status", "set quiet=on", "execute pump stop")) {
            ran(line).end(true);
        }

        assertThat(steps(JournaledSteps.Scripts.AS_LINES)).isEqualTo("request");
    }

    @Test
    void a_statement_that_has_not_ended_has_requests_only() {
        ran("execute pump stop");
        ran("status");

        assertThat(steps(JournaledSteps.Scripts.AS_LINES)).isEqualTo("request");
    }

    @Test
    void a_request_that_failed_or_got_no_reply_says_so() {
        Journal.Entry entry = journal.begin(journaled("execute pump stop"));
        entry.add(new Journal.Exchange(
                request("pump", "stop"),
                null,
                new ShellException(Problem.REMOTE_ERROR, "pump: dry"),
                Instant.EPOCH,
                Instant.EPOCH));
        entry.add(new Journal.Exchange(request("pump", "stop"), null, null, Instant.EPOCH, Instant.EPOCH));
        entry.end(true);

        assertThat(new JournaledSteps(JournaledSteps.Scripts.AS_LINES, Set.of()).of(journal.entries()))
                .extracting(Step::answered)
                .satisfiesExactly(
                        failed -> assertThat(failed).isInstanceOf(StepAnswer.Failed.class),
                        unknown -> assertThat(unknown).isEqualTo(new StepAnswer.Unknown("no reply came")));
    }

    @Test
    void a_request_whose_data_cannot_be_read_is_noted() {
        Journal.Entry entry = journal.begin(journaled("execute pump stop"));
        Payload broken = new Payload("gA", Map.of());
        entry.add(new Journal.Exchange(
                new Request("pump", "stop", broken, Payload.PICKLE, false, Duration.ofSeconds(5)),
                new Reply(null, "{}", Duration.ZERO),
                null,
                Instant.EPOCH,
                Instant.EPOCH));
        entry.end(false);

        assertThat(steps(JournaledSteps.Scripts.AS_LINES)).isEqualTo("noted");
    }

    @Test
    void only_the_plugins_and_commands_that_are_wanted_are_kept() {
        for (String line : List.of("execute pump stop", "execute valve open", "execute valve stop", "ping pump")) {
            ran(line).end(false);
        }

        assertThat(steps(JournaledSteps.Scripts.AS_LINES, "stop")).isEqualTo("request request");
        assertThat(steps(JournaledSteps.Scripts.AS_LINES, "valve")).isEqualTo("request request");
        assertThat(steps(JournaledSteps.Scripts.AS_LINES, "pump")).isEqualTo("request");
    }

    /** Begins a line, with the requests that it sends. */
    private Journal.Entry ran(String line) {
        JournaledStatement statement = journaled(line);
        Journal.Entry entry = journal.begin(statement);
        if (statement.verb() == VerbName.EXECUTE || statement.verb() == VerbName.UNTIL) {
            String target = statement.arguments().operand(0);
            entry.add(replied(request(target, statement.arguments().operand(1))));
        } else if (statement.verb().has(VerbTrait.SAVED_AS_REQUESTS)) {
            entry.add(replied(request("pump", "start")));
            entry.add(replied(request("pump", "stop")));
        }
        return entry;
    }

    private static JournaledStatement journaled(String line) {
        Statement statement = LineParser.parse(line).get(0);
        PipelineSpec pipeline = statement.pipeline();
        return new JournaledStatement(
                1,
                Objects.requireNonNull(statement.name()),
                line,
                statement.arguments(),
                pipeline == null ? null : pipeline.name(),
                pipeline != null && (!pipeline.pipes().isEmpty() || pipeline.redirect() != null));
    }

    private static Request request(String target, String command) {
        return new Request(target, command, Map.of("x", 1L), Payload.JSON, false, Duration.ofSeconds(5));
    }

    private static Journal.Exchange replied(Request request) {
        Reply reply = new Reply(Map.of("ready", true), "{}", Duration.ofMillis(1));
        return new Journal.Exchange(request, reply, null, Instant.EPOCH, Instant.EPOCH);
    }

    private String steps(JournaledSteps.Scripts scripts, String... only) {
        return new JournaledSteps(scripts, Set.of(only))
                .of(journal.entries()).stream().map(JournaledStepsTest::text).collect(Collectors.joining(" "));
    }

    private static String text(Step step) {
        if (step instanceof Step.Sent sent) {
            return "request" + (sent.line() == null ? "" : " as typed") + into(sent.variable());
        } else if (step instanceof Step.Polled polled) {
            Polling polling = polled.polling();
            String wanted = polling.field() == null ? "" : " for " + polling.field() + " = " + polling.wanted();
            return "polled" + wanted + into(polled.variable());
        } else if (step instanceof Step.Pinged pinged) {
            return "ping " + pinged.target();
        }
        return step instanceof Step.Typed typed ? typed.shown() ? "shown" : "typed" : "noted";
    }

    private static String into(@Nullable String variable) {
        return variable == null ? "" : ", into " + variable;
    }
}
