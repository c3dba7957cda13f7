package io.github.hubsh.shell.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.fake.ShellBench;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Statements with filters: what comes out in a pipe. {@code list} answers two objects, {@code do_thing} its arguments.
 */
final class FiltersTest {
    private static final String FRAME = """
            f:='{"type": "DataFrame", "index": [0, 1], "columns": ["a", "b"], "values": [[1, 2], [3, 4]]}'""";

    private final ShellBench bench = ShellBench.pipe();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x plugin_a list | jq '.[0].name'                   ¦ e1
            x plugin_a list|jq .[].state                       ¦ 1↵20
            x plugin_a list | jq 'map(.state) | add'           ¦ 21
            x plugin_a list --jq length                        ¦ 2
            x plugin_a list | head 1 --jq .                    ¦
            x plugin_a list | where '.state > 1'               ¦ [{"name":"electrode043","state":20}]
            x plugin_a list | where '.state > 99'              ¦ []
            x plugin_a list | select name                      ¦ [{"name":"e1"},{"name":"electrode043"}]
            x plugin_a do_thing a=1 b=2 c=3 | select c,a       ¦ {"c":3,"a":1}
            x plugin_a do_thing v:='[{"a":1},{"d":2}]' | jq .v | select a,d ¦ [{"a":1,"d":null},{"a":null,"d":2}]
            x plugin_a do_thing v:='[{"a":1},{"d":2}]' | jq .v | where .d ¦ [{"d":2}]
            x plugin_a list | where '.volts // 1'              ¦ [{"name":"e1","state":1},{"name":"electrode043","state":20}]
            x plugin_a list | head 1                           ¦ [{"name":"e1","state":1}]
            x plugin_a list | count                            ¦ 2
            x plugin_a nothing | count                         ¦ 1
            x plugin_a list | select name | table              ¦ name↵e1↵electrode043
            x plugin_a do_thing a=123456789012345678901 | jq . ¦ {"a":123456789012345678901}
            ping hub --count 5 | head 2 | count                ¦ 2
            ping hub --count 3 | jq .target                    ¦ hub↵hub↵hub
            history | head 2                                   ¦ status↵ping hub
            history | where 'startswith("p")'                  ¦ ["ping hub"]
            x plugin_a list | !tr a-z A-Z                      ¦ [{"NAME":"E1","STATE":1},{"NAME":"ELECTRODE043","STATE":20}]
            x plugin_a list | jq .[].name | !sort -r | head -1 ¦ electrode043
            x plugin_a list | !printf 'a;b\\n'                ¦ a;b
            ping hub --count 1000 | !head -n 1 | cut -c 1-9    ¦ {"target"
            """)
    void filters_make_of_a_result_what_they_say(String line, String expected) {
        int status = bench.run(line);

        assertThat(bench.screen.data()).isEqualTo(expected == null ? "" : expected.replace('↵', '\n') + "\n");
        assertThat(status).isEqualTo(expected == null ? 2 : 0);
    }

    @Test
    void a_table_without_rows_has_its_columns() {
        String empty = """
                x plugin_a do_thing f:='{"type": "DataFrame", "index": [], "columns": ["a", "b"], "values": []}' | jq .f |\s""";
        assertThat(bench.run(empty + "where '.b | startswith(\"x\")'")).isZero();
        assertThat(bench.screen.data()).isEqualTo("[]\n");
        assertThat(bench.run(empty + "where '.nope == 1'")).isEqualTo(2);
        assertThat(bench.screen.messages()).startsWith("error: the result has no column 'nope'\n");
    }

    @Test
    void a_text_of_a_class_of_its_own_leaves_as_its_text() {
        bench.session.network.answers("read", Opaque.subclassOf("µ", "vals.Name"));
        assertThat(bench.run("x plugin_a read | bytes")).isZero();
        assertThat(bench.screen.data()).isEqualTo("µ");
    }

    @Test
    void bytes_leave_as_they_are_by_a_pipe_or_a_command() {
        Bytes bytes = Bytes.of("µ\n".getBytes(StandardCharsets.UTF_8));
        bench.session.network.answers("read", bytes, bytes);

        bench.run(
                "x plugin_a read | bytes; x plugin_a text | jq .[0:5] | bytes; x plugin_a read | bytes | !od -An -tx1");

        assertThat(bench.screen.data()).isEqualTo("µ\nhello c2 b5 0a\n");
        bench.session.network.answers("read", bytes, bytes);
        bench.run("x plugin_a read | bytes; x plugin_a do_thing v=$_ --dry-run; r = x plugin_a read | bytes; $r");
        assertThat(bench.screen.data())
                .contains("\"mime_type\":\"application/python-pickle\"")
                .endsWith("wrUK\n");
        assertThat(bench.run("x plugin_a list | bytes")).isEqualTo(2);
        assertThat(bench.screen.messages()).contains("""
                error: the result is neither bytes nor a text
                  x plugin_a list | bytes
                                    ^
                """);
    }

    @Test
    void a_part_that_jq_picks_is_handed_on_as_what_it_was() {
        bench.run("r = x plugin_a do_thing v[]:=date(\"2026-01-31\") | jq '.v[0]'; x plugin_a do_thing v=$r");

        assertThat(bench.session.network.sent.get(1).mimeType()).isEqualTo(Payload.PICKLE);
        assertThat(bench.session.network.sent.get(1).body()).isEqualTo(Map.of("v", LocalDate.of(2026, 1, 31)));
    }

    @Test
    void a_table_of_pandas_is_filtered_by_its_rows() {
        bench.run("x plugin_a do_thing " + FRAME + " | jq .f | where '.a > 1'");
        bench.run("x plugin_a do_thing " + FRAME + " | jq .f | head 1 | select index,b");
        bench.run("x plugin_a do_thing " + FRAME + " | jq .f | count");

        assertThat(bench.screen.data()).isEqualTo("""
                [{"index":1,"a":3,"b":4}]
                [{"index":0,"b":2}]
                2
                """);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x plugin_a list | select nam             ¦ the result has no column 'nam'     ¦ nam         ¦ did you mean 'name'?
            x plugin_a list | select name,volts      ¦ the result has no column 'volts'   ¦ volts       ¦ it has name, state
            x plugin_a list | where '.stat > 1'      ¦ the result has no column 'stat'    ¦ stat > 1'   ¦ did you mean 'state'?
            x plugin_a list | where '.name == "e1" and .volts' ¦ the result has no column 'volts' ¦ volts' ¦ it has name, state
            x plugin_a do_thing a=1 | select b       ¦ the result has no key 'b'          ¦ b           ¦ it has a
            x plugin_a do_thing state=1 | where .sate ¦ the result has no key 'sate'      ¦ sate        ¦ did you mean 'state'?
            ping hub --count 2 | where '.round > 1'  ¦ the result has no key 'round'      ¦ round > 1'  ¦ did you mean 'round_trip_ms'?
            x plugin_a do_thing a=1 | jq .a | select b ¦ the result has no columns to select from ¦ b   ¦ see what it is with --json
            """)
    void a_column_that_is_not_there_is_an_error(String line, String message, String from, String hint) {
        assertThat(bench.run(line)).isEqualTo(2);

        assertThat(bench.screen.data()).isEmpty();
        assertThat(bench.screen.messages())
                .isEqualTo("error: " + message + "\n  " + line + "\n  " + " ".repeat(line.lastIndexOf(from)) + "^\n  "
                        + hint + "\n");
    }

    @Test
    void of_an_object_with_tables_the_remedy_picks_one() {
        String states = "x plugin_a do_thing states:=series({\"e1\":1}) areas:=series({\"e1\":2}) n=1";

        assertThat(bench.run(states + " | where '.value > 0'")).isEqualTo(2);
        assertThat(bench.run(states + " | select e1")).isEqualTo(2);
        assertThat(bench.run(states + " | plot")).isEqualTo(2);
        assertThat(bench.run(states + " > f.csv")).isEqualTo(2);
        assertThat(bench.screen.messages().lines().filter(line -> line.endsWith("| jq .states (or areas)")))
                .hasSize(4);

        assertThat(bench.run(states + " | table")).isZero();
        assertThat(bench.screen.messages())
                .endsWith("note: pick a table of the result first: | jq .states (or areas)\n");
        assertThat(bench.run(states + " --table")).isZero();
        assertThat(bench.run(states + " --table > file")).isZero();
        assertThat(bench.run(states + " | table > file")).isZero();
        assertThat(bench.screen.messages().lines().filter(line -> line.startsWith("note: pick a table")))
                .hasSize(4);
        assertThat(bench.run(states + " | jq .states | where '.value > 0'")).isZero();
        assertThat(bench.screen.data()).endsWith("[{\"index\":\"e1\",\"value\":1}]\n");
    }

    @Test
    void a_key_that_only_some_broadcasts_have_can_be_selected() {
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of("i", 1)));

        assertThat(bench.run("tail --count 1 | select command,error")).isZero();

        assertThat(bench.screen.data()).isEqualTo("{\"command\":\"go\",\"error\":null}\n");
    }

    @Test
    void broadcasts_stream_through_filters_and_head_ends_them() {
        for (int i = 0; i < 10; i++) {
            bench.session.network.broadcasts.add(FakeBroadcast.request(i % 2 == 0 ? "even" : "odd", Map.of("i", i)));
        }

        assertThat(bench.run("tail | where '.command == \"odd\"' | head 3 | jq .data.i"))
                .isZero();

        assertThat(bench.screen.data()).isEqualTo("1\n3\n5\n");
        assertThat(bench.session.network.broadcasts).hasSize(4);
        assertThat(bench.session.network.listening).isFalse();
    }

    @Test
    void tail_counts_what_passes_where() {
        for (int i = 0; i < 10; i++) {
            bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of("i", i)));
        }

        assertThat(bench.run("tail --where '.data.i > 4' --count 2 --jq .data.i"))
                .isZero();

        assertThat(bench.screen.data()).isEqualTo("5\n6\n");
    }

    /** While the broadcasts had no end, this was not reported. */
    @Test
    void tail_says_at_once_which_key_no_broadcast_has() {
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of("i", 1)));

        assertThat(bench.run("tail --where '.content.command == \"go\"'")).isEqualTo(2);
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of("i", 1)));
        assertThat(bench.run("tail --where '.content?.command // .command == \"go\"' --count 1 --jq .command"))
                .isZero();

        assertThat(bench.screen.data()).isEqualTo("go\n");
        assertThat(bench.screen.messages()).isEqualTo("""
                error: the result has no key 'content'
                  tail --where '.content.command == "go"'
                                 ^
                  it has time, source, target, type, command, data, error
                """);
    }

    @Test
    void a_foreign_command_that_fails_is_an_error_with_its_exit_code() {
        assertThat(bench.run("x plugin_a list | !cat >&2")).isZero();
        assertThat(bench.run("x plugin_a list | !(exit 3)")).isEqualTo(1);

        assertThat(bench.screen.messages()).isEqualTo("""
                [{"name":"e1","state":1},{"name":"electrode043","state":20}]
                error: (exit 3) ended with exit code 3
                  x plugin_a list | !(exit 3)
                                     ^
                  the command behind '!' failed; its own messages say why
                """);
    }

    @Test
    void nothing_starts_for_a_statement_that_fails() {
        assertThat(bench.run("x plugin_a fail | !echo started")).isEqualTo(1);

        assertThat(bench.screen.data()).isEmpty();
    }

    @Test
    void a_foreign_command_that_does_not_read_can_be_interrupted() throws InterruptedException {
        CountDownLatch many = new CountDownLatch(500);
        bench.session.network.onPing = many::countDown;
        Thread statement = new Thread(() -> bench.run("ping hub --count 100000000 | !sleep 1000"));
        statement.start();
        many.await();

        bench.interpreter.interrupt();
        statement.join();

        assertThat(bench.screen.messages()).startsWith("stopped");
    }

    @Test
    void a_foreign_command_that_ignores_its_end_holds_up_no_interruption(@TempDir Path folder) throws Exception {
        CountDownLatch many = new CountDownLatch(500);
        bench.session.network.onPing = many::countDown;
        Path mayRun = Files.createFile(folder.resolve("run"));
        String command = "sh -c 'trap \"\" TERM; while [ -e " + mayRun + " ]; do sleep 0.1; done'";
        Thread statement = new Thread(() -> bench.run("ping hub --count 100000000 | !" + command));
        statement.start();
        many.await();

        bench.interpreter.interrupt();
        statement.join(Duration.ofSeconds(60).toMillis());
        boolean stillRuns = statement.isAlive();
        Files.delete(mayRun);

        assertThat(stillRuns).isFalse();
        assertThat(bench.screen.messages()).startsWith("stopped");
    }

    @Test
    void an_endless_expression_is_stopped() {
        assertThat(bench.run("x plugin_a list | jq '[range(1e12)]'")).isEqualTo(2);
        assertThat(bench.run("x plugin_a list | jq 'def f: f; f'")).isEqualTo(2);

        assertThat(bench.screen.messages()).contains("takes more than 20000000 steps", "calls itself too often");
    }

    @Test
    void what_a_result_does_not_have_is_an_error_at_the_expression() {
        assertThat(bench.run("x plugin_a list | jq .a")).isEqualTo(2);

        assertThat(bench.screen.messages()).isEqualTo("""
                error: jq: Cannot index array with string "a"
                  x plugin_a list | jq .a
                                       ^
                  see what it works on with --json
                """);
    }
}
