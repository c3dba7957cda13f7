package io.github.hubsh.shell.verb.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.app.ProgramOptions;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.word.Problem;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void help_fits_a_screen_of_24_lines_and_80_columns() {
        bench.run("help");

        assertThat(bench.screen.data().lines()).hasSizeLessThanOrEqualTo(23).allMatch(line -> line.length() <= 80);
        assertThat(bench.screen.data().lines())
                .filteredOn(line -> line.startsWith("Request"))
                .singleElement()
                .isEqualTo("Request  execute|x TARGET COMMAND [ITEM …] send a command, wait, print the reply");
    }

    @Test
    void the_manual_page_flows_and_is_plain_ascii() {
        String page = String.join("\n", ManPage.of(ProgramOptions.SYNTAX, VerbTable.syntaxes(), "1.0"));

        assertThat(page).startsWith(".TH HUBSH 1").matches("\\p{ASCII}+");
        assertThat(page).contains("\n.SS ping TARGET\nmeasure round trips\n").contains("\n  ping hub \\-\\-count 3\n");
        assertThat(page).contains("\n.SS execute TARGET COMMAND [ITEM ...]\n");
        // Sentences go on in the same paragraph; a line in columns has its own row.
        assertThat(page).contains("of them,\nand each hub has a name of its own.");
        assertThat(page).contains("\n.br\nfish:  hubsh completion fish > ~/.config/fish/completions/hubsh.fish\n.br\n");
    }

    @Test
    void help_of_a_verb_shows_usage_options_examples_and_details() {
        bench.run("help ping");

        assertThat(bench.screen.data()).isEqualTo("""
                        ping TARGET [OPTION …]
                          measure round trips

                        Options:
                          --count N           how many; default 1
                          --timeout TIME      how long to wait for each

                        Examples:
                          ping plugin_a
                          ping hub --count 3

                        With --count a lost ping has no time; if all are lost, the exit code is 5.
                        """);
    }

    @Test
    void every_verb_has_a_page_that_fits_and_examples_that_parse() {
        for (Syntax syntax : VerbTable.syntaxes().all()) {
            assertThat(syntax.examples()).as(syntax.name()).isNotEmpty();
            for (String example : syntax.examples()) {
                assertThat(LineParser.parse(example)).as(example).hasSize(1);
            }
            assertThat(HelpText.verb(syntax)).as(syntax.name()).allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void the_option_help_is_the_same_as_the_verb_help() {
        bench.run("help execute");
        ShellBench other = ShellBench.terminal();

        assertThat(other.run("execute --help")).isZero();

        assertThat(other.screen.data()).isEqualTo(bench.screen.data());
    }

    @Test
    void every_problem_is_documented_with_its_exit_code() {
        bench.run("help errors");

        for (Problem problem : Problem.values()) {
            assertThat(bench.screen.data())
                    .containsPattern("(?m)^" + problem.exitCode() + " +" + problem.kind() + " +"
                            + Pattern.quote(problem.remedy()) + "$");
            assertThat(problem.exitCode()).isIn(1, 2, 3, 4, 5, 6, 130);
        }
        assertThat(bench.screen.data().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void the_settings_have_a_page_with_their_defaults() {
        assertThat(bench.run("help settings")).isZero();

        assertThat(bench.screen.data().lines()).allMatch(line -> line.length() <= 80);
        assertThat(bench.screen.data()).contains("""

                  context                        the hub of that name, see help context
                  hub = "tcp://localhost:31000"  the hub to join
                  name                           our plugin name; default hubsh-<user>-<host>
                  timeout = "5s"                 how long to wait for a reply
                  server-key                     the hub's public key, for CURVE
                  key                            our secret key, by which such a hub knows us
                  insecure = false               no warning of hubs elsewhere without keys
                  format = "auto"                form of results: auto|json|jsonl|raw|table
                  quiet = false                  write data and errors only
                  color = "auto"                 colours in the output: auto|always|never
                  check = true                   check arguments before they are sent
                  pager = true                   use $PAGER for output longer than the screen
                  suggestions = true             suggest the rest of the line in grey
                  hints = true                   show below the line, in grey, what it takes
                  hub-name                       name of a hub that hub runs; default hub
                  join                           servers of NATS where it joins other hubs
                  cluster = "hubsh"              the network that it joins there
                  join-creds                     its credentials for these servers
                  join-tls                       a folder: ca.pem, cert.pem, key.pem
                  [alias]
                """);
    }

    @Test
    void the_items_have_a_page() {
        assertThat(bench.run("help items")).isZero();
        assertThat(bench.screen.data()).contains("metadata[name]=step1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"items", "keys", "javascript"})
    void no_line_of_a_topic_is_longer_than_80_columns(String topic) {
        assertThat(bench.run("help " + topic)).isZero();
        assertThat(bench.screen.data().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"filters", "variables", "jobs"})
    void topics_have_pages_that_fit_and_examples_that_parse(String topic) {
        assertThat(bench.run("help " + topic)).isZero();

        List<String> lines = bench.screen.data().lines().toList();
        assertThat(lines).hasSizeLessThan(24).allMatch(line -> line.length() <= 80);
        int examples = lines.indexOf("Examples:") + 1;
        for (String example : lines.subList(examples, lines.lastIndexOf(""))) {
            assertThat(ShellBench.pipe().run(example)).as(example).isIn(0, 3);
        }
    }

    @Test
    void every_name_and_alias_in_the_table_finds_its_verb() {
        for (Syntax syntax : VerbTable.syntaxes().all()) {
            assertThat(VerbName.texts()).contains(syntax.name());
            for (String alias : syntax.aliases()) {
                Verb verb = VerbTable.find(alias);
                assertThat(verb == null ? "" : verb.syntax().name()).isEqualTo(syntax.name());
            }
        }
    }
}
