package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Journal;
import io.github.hubsh.shell.session.JournaledStatement;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Group;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.word.SourceLine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the journal gets of the lines that run. */
final class JournalKeeperTest {
    /** A verb that no one can type. */
    private record JavaScript() implements Verb {
        @Override
        public Syntax syntax() {
            return Syntax.of("$dialect", Group.SCRIPT, "a line of another language")
                    .build();
        }

        @Override
        public Outcome run(Arguments arguments, Session session) {
            return Outcome.NOTHING;
        }
    }

    private final ShellBench bench = ShellBench.pipe();
    private final Journal journal = bench.session.memory().journal();
    private final JournalKeeper keeper = new JournalKeeper(bench.session);

    /**
     * Columns: where the line stands; the line; what the journal knows of its statements: the number in the history,
     * the verb, the variable, whether it is filtered, and the text.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            prompt ¦ ping hub                     ¦ 3 PING null false ping hub
            prompt ¦ `ping hub  `                 ¦ 3 PING null false ping hub
            other  ¦ ping hub                     ¦ 0 PING null false ping hub
            file   ¦ ping hub                     ¦ 0 PING null false ping hub
            file   ¦ `  ping hub`                 ¦ 0 PING null false ping hub
            prompt ¦ ` ping hub`                  ¦ none
            prompt ¦ x plugin_a login pin=1234    ¦ none
            file   ¦ x plugin_a login pin=1234    ¦ none
            prompt ¦ x plugin_a list db_pass=a    ¦ none
            prompt ¦ x plugin_a list u=ws://a:b@c ¦ none
            prompt ¦ x plugin_a list pas"s"word=x ¦ none
            prompt ¦ r = ping hub                 ¦ 3 PING r false r = ping hub
            prompt ¦ ping   hub; x plugin_a list  ¦ 3 PING null false ping hub, 3 EXECUTE null false execute plugin_a list
            prompt ¦ x plugin_a list > f.json     ¦ 3 EXECUTE null true x plugin_a list > f.json
            prompt ¦ `x plugin_a list | count`    ¦ 3 EXECUTE null true x plugin_a list | count
            prompt ¦ `r = x plugin_a list | count; 2 ping hub` ¦ 3 EXECUTE r true r = execute plugin_a list | count, 3 PING null false 2 ping hub
            """)
    void a_statement_is_known_as_it_was_typed(String where, String line, String known) {
        type(
                where.equals("prompt") ? line : "status",
                where.equals("file") ? new SourceLine("a.hubsh", 1) : null,
                line);

        assertThat(journal.entries().stream()
                        .map(entry -> text(entry.statement()))
                        .toList())
                .isEqualTo(known.equals("none") ? List.of() : List.of(known.split(", ", -1)));
    }

    @Test
    void a_line_of_javascript_is_known_as_that() {
        keeper.line("hub.ping()  ", null);
        keeper.begin(new Statement(new JavaScript(), new Arguments(List.of(), List.of(), Map.of())), true);

        assertThat(text(journal.entries().get(0).statement())).isEqualTo("0 JS null false js hub.ping()");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "130, false"})
    void a_statement_has_succeeded_where_its_exit_code_is_0(int exitCode, boolean succeeded) {
        type("ping hub", null, "ping hub");
        assertThat(journal.entries().get(0).succeeded()).isFalse();

        keeper.end(exitCode);

        assertThat(journal.entries().get(0).succeeded()).isEqualTo(succeeded);
    }

    @Test
    void a_request_stands_at_the_statement_that_runs() {
        Session session = keeper.session();
        send(session);
        type("x plugin_a a", null, "x plugin_a a");
        send(session);
        keeper.end(0);
        send(session);
        type("x plugin_a b", null, "x plugin_a b");
        send(session);
        send(session);
        keeper.end(0);
        type("x plugin_a c pin=1", null, "x plugin_a c pin=1");
        send(session);
        keeper.end(0);

        assertThat(sent()).containsExactly(1, 2);
    }

    @Test
    void a_statement_beside_others_keeps_its_own_requests() {
        type("x plugin_a a", null, "x plugin_a a");
        Session first = keeper.beside();
        keeper.end(0);
        type("x plugin_a b", null, "x plugin_a b");
        Session second = keeper.beside();
        keeper.end(0);

        send(first);
        send(second);
        send(second);

        assertThat(sent()).containsExactly(1, 2);
    }

    @Test
    void a_hidden_statement_beside_others_has_no_journal() {
        type(" x plugin_a a", null, " x plugin_a a");

        assertThat(keeper.beside()).isSameAs(bench.session);
    }

    private void type(String kept, @Nullable SourceLine where, String line) {
        bench.session.add("status");
        bench.session.add("plugins");
        bench.session.add(kept.stripTrailing());
        keeper.line(line, where);
        List<Statement> statements = LineParser.parse(line);
        for (Statement statement : statements) {
            keeper.begin(statement, statements.size() == 1);
        }
    }

    private List<Integer> sent() {
        return journal.entries().stream().map(entry -> entry.exchanges().size()).toList();
    }

    private static void send(Session session) {
        session.hub()
                .network()
                .send(new Request("plugin_a", "list", Map.of(), Payload.JSON, false, Duration.ofSeconds(1)))
                .await();
    }

    private static String text(JournaledStatement statement) {
        return statement.line() + " " + statement.verb() + " " + statement.variable() + " " + statement.filtered() + " "
                + statement.text();
    }
}
