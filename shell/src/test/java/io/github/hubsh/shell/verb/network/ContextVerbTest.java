package io.github.hubsh.shell.verb.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FolderConfiguration;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.HubContext;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code context} and {@code connect NAME} in one session; what later runs have of it is in ConfigurationTest. */
final class ContextVerbTest {
    private static final String LAB = "context add lab tcp://lab:1 --timeout 1500ms --name ann --readonly"
            + " --server-key /k/hub.pub --key /k/ann.key --alias led='x plugin_a do_thing'";

    private final ShellBench bench = ShellBench.terminal();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void configure() {
        bench.program.configure(FolderConfiguration.open(folder, Map.of()));
        bench.run(LAB + " --quiet; context add home tcp://home:1 --quiet");
    }

    /** Columns: what is added to lab, and what it is then, where that is another than before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                      | tcp://lab:1 ann PT1.5S [led] true false /k/hub.pub /k/ann.key false
            tcp://new:2             | tcp://new:2 ann PT1.5S [led] true false /k/hub.pub /k/ann.key false
            --name bob --timeout 2s | tcp://lab:1 bob PT2S [led] true false /k/hub.pub /k/ann.key false
            --no-readonly --confirm | tcp://lab:1 ann PT1.5S [led] false true /k/hub.pub /k/ann.key false
            --no-confirm --readonly | tcp://lab:1 ann PT1.5S [led] true false /k/hub.pub /k/ann.key false
            --no-keys               | tcp://lab:1 ann PT1.5S [led] true false null null false
            --no-keys --insecure    | tcp://lab:1 ann PT1.5S [led] true false null null true
            --key /k/bob.key        | tcp://lab:1 ann PT1.5S [led] true false /k/hub.pub /k/bob.key false
            --alias led=            | tcp://lab:1 ann PT1.5S [] true false /k/hub.pub /k/ann.key false
            --alias a=ping --alias b='a --count 2' | tcp://lab:1 ann PT1.5S [led, a, b] true false /k/hub.pub /k/ann.key false
            """)
    void a_change_keeps_the_rest(String options, String expected) {
        assertThat(bench.run("context add lab " + options))
                .as(bench.screen.messages())
                .isZero();

        HubContext lab = bench.program.configuration().contexts().all().get("lab");
        assertThat(lab.uri() + " " + lab.ownName() + " " + lab.timeout() + " "
                        + lab.aliases().keySet() + " "
                        + lab.readonly() + " " + lab.confirm() + " "
                        + lab.keys().serverKey() + " "
                        + lab.keys().ownKey() + " " + lab.keys().insecure())
                .isEqualTo(expected);
    }

    /** Columns: the line, what is wrong, the place of the caret, and the remedy. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            context add                          | expected NAME                                | 12 | context add lab tcp://localhost:31000
            context add new                      | expected URI                                 | 16 | context add new tcp://localhost:31000
            context add ../x tcp://a:1           | no context can be called '../x'              | 12 | letters and digits, and '-' '_' '.' between them; not 'none'
            context add lab --readonly --no-readonly | expected either --readonly or --no-readonly | 27 |
            context add lab --alias led          | expected WORD='LINE' for --alias, found 'led' | 24 |
            context add lab --alias =ping        | expected WORD='LINE' for --alias, found '=ping' | 24 |
            context add lab --alias ping=status  | there is a verb 'ping' already               | 24 | help alias shows how they are written
            context add lab --alias a=xyzzy      | expected a line that starts with a verb, found 'xyzzy' | 24 | help alias shows how they are written
            context use                          | expected NAME                                | 12 | context ls shows them
            context use lba                      | there is no context 'lba'                    | 12 | did you mean 'lab'?
            context rm xyzzy                     | there is no context 'xyzzy'                  | 11 | context ls shows them; context add makes one
            connect hmoe                         | there is no context 'hmoe'                   | 8  | did you mean 'home'?
            context use lab --readonly           | --readonly is for context add                | 16 |
            """)
    void a_wrong_word_is_pointed_at(String line, String wrong, int caret, @Nullable String remedy) {
        assertThat(bench.run(line)).isEqualTo(2);

        assertThat(bench.screen.messages())
                .isEqualTo("error: " + wrong + "\n  " + line + "\n  " + " ".repeat(caret) + "^\n"
                        + (remedy == null ? "" : "  " + remedy + "\n"));
    }

    /** Columns: the line, and the word that it has too many. */
    @ParameterizedTest
    @CsvSource({
        "context ls a,a",
        "context - a,a",
        "context use lab tcp://a:1,tcp://a:1",
        "context add lab tcp://a:1 b,b"
    })
    void a_stray_word_is_pointed_at(String line, String stray) {
        assertThat(bench.run(line)).isEqualTo(2);

        assertThat(bench.screen.messages()).startsWith("error: expected no further word, found '" + stray + "'\n");
    }

    /** Columns: the lines, what is said, and the context and hub in use then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            context use lab                             | using lab: tcp://lab:1 | lab | tcp://lab:1
            context use lab; context use none           | using lab: tcp://lab:1/no context is in use | null | tcp://localhost:31000
            context use lab; context use home; context - | using lab: tcp://lab:1/using home: tcp://home:1/using lab: tcp://lab:1 | lab | tcp://lab:1
            context use lab; context use home; context use - | using lab: tcp://lab:1/using home: tcp://home:1/using lab: tcp://lab:1 | lab | tcp://lab:1
            context use home; context add home tcp://new:2 --confirm | using home: tcp://home:1/context home: tcp://new:2, with confirmation | home | tcp://new:2
            context add home --readonly --confirm       | context home: tcp://home:1, read-only, with confirmation | null | tcp://localhost:31000
            connect lab                                 | connected to tcp://lab:1 as hubsh-me | lab | tcp://lab:1
            connect lab; connect tcp://lab:1            | connected to tcp://lab:1 as hubsh-me/connected to tcp://lab:1 as hubsh-me | lab | tcp://lab:1
            connect lab; connect tcp://else:1           | connected to tcp://lab:1 as hubsh-me/connected to tcp://else:1 as hubsh-me | null | tcp://else:1
            context rm home                             | context home is forgotten | null | tcp://localhost:31000
            """)
    void the_context_in_use_says_which_hub_it_is(String lines, String said, String context, String hub) {
        assertThat(bench.run(lines)).as(bench.screen.messages()).isZero();

        assertThat(bench.screen.messages()).isEqualTo(said.replaceAll("(?<![:/])/(?!/)", "\n") + "\n");
        assertThat(String.valueOf(bench.program.configuration().contexts().current()))
                .isEqualTo(context);
        assertThat(bench.session.hub().settings().hub()).isEqualTo(hub);
    }

    @Test
    void without_one_in_use_there_is_none_to_show_or_to_go_back_to() {
        assertThat(bench.run("context show")).isEqualTo(2);
        assertThat(bench.run("context -")).isEqualTo(2);

        assertThat(bench.screen.messages()).isEqualTo("""
                error: no context is in use
                  context use NAME; context ls
                error: no other context was in use before
                  context ls shows them
                """);
    }

    @Test
    void they_are_shown_one_by_one_and_listed() {
        bench.run(
                "context use lab; context show --json; context show home --json; context --jsonl | jq 'map(.in_use)'");

        assertThat(bench.screen.data()).isEqualTo("""
                {"name":"lab","uri":"tcp://lab:1","timeout":"1500ms","own_name":"ann","readonly":true,"confirm":false,\
                "server_key":"/k/hub.pub","key":"/k/ann.key","aliases":{"led":"x plugin_a do_thing"}}
                {"name":"home","uri":"tcp://home:1","timeout":null,"own_name":null,"readonly":false,"confirm":false,\
                "server_key":null,"key":null,"aliases":{}}
                [true,false]
                """);
    }

    @Test
    void a_variable_that_leads_later_runs_elsewhere_is_a_warning() {
        bench.program.configure(FolderConfiguration.open(folder, Map.of("HUBSH_HUB", "tcp://else:1")));

        assertThat(bench.run("context use lab")).isZero();

        assertThat(bench.screen.messages()).isEqualTo("""
                using lab: tcp://lab:1
                warning: later runs still use another hub, because of HUBSH_HUB
                """);
    }
}
