package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.fake.ShellBench;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a statement writes into a file. */
final class RedirectTest {
    private final ShellBench bench = ShellBench.terminal();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x plugin_a do_thing x=1 > f                                 ¦ {"x":1}↵
            x plugin_a do_thing x=1>2 >f                                ¦ {"x":"1>2"}↵
            x plugin_a list | jq .[0].name > f                          ¦ e1↵
            x plugin_a nothing > f                                      ¦ null↵
            ping hub --count 2 > f                                      ¦ [{"target":"hub","round_trip_ms":1.234},{"target":"hub","round_trip_ms":1.234}]↵
            ping hub > f; ping hub | jq .target >> f                    ¦ {"target":"hub","round_trip_ms":1.234}↵hub↵
            ping hub > f; x plugin_a do_thing x=1 > f                   ¦ {"x":1}↵
            help commands | head 1 > f                                  ¦ commands [TARGET]↵
            x plugin_a list > f.CSV                                     ¦ name,state↵e1,1↵electrode043,20↵
            x plugin_a list >> f.csv; x plugin_a list | head 1 >> f.csv ¦ name,state↵e1,1↵electrode043,20↵e1,1↵
            x plugin_a list > f.jsonl; x plugin_a list | head 1 >> f.jsonl ¦ {"name":"e1","state":1}↵{"name":"electrode043","state":20}↵{"name":"e1","state":1}↵
            x plugin_a text | jq .[0:5] > f.jsonl                       ¦ "hello"↵
            x plugin_a nothing > f.jsonl                                ¦ null↵
            x plugin_a text | jq .[0:5] > f.json                        ¦ "hello"↵
            x plugin_a do_thing x=1 --raw > f.json                      ¦ {"content":{"data":{"x":1}}}↵
            x plugin_a do_thing x=1 --raw > f.jsonl                     ¦ {"content":{"data":{"x":1}}}↵
            x plugin_a do_thing a='x"y' b:='[1,2]' | jq [.] > f.csv     ¦ a,b↵"x""y","[1,2]"↵
            x plugin_a do_thing a:=null b=1 c== | jq [.] > f.csv        ¦ a,b,c↵,1,↵
            """)
    void a_result_goes_into_a_file_and_not_to_the_screen(String line, String expected) {
        assertThat(bench.run(line)).isZero();

        String file = line.substring(line.lastIndexOf('>') + 1).strip();
        assertThat(bench.files.text(file).replace('\n', '↵')).isEqualTo(expected);
        assertThat(bench.screen.data()).isEmpty();
    }

    @Test
    void bytes_go_into_a_file_as_they_are() {
        byte[] content = {(byte) 0x89, 'P', 0, '\n', (byte) 0xff};
        bench.session.network.answers(
                "read", Collections.nCopies(7, Bytes.of(content)).toArray());

        bench.run("x plugin_a read > f.png; x plugin_a read | bytes > f.json; x plugin_a read > g.json");
        bench.run("2 x plugin_a read | bytes > twice; x plugin_a read >> f; x plugin_a read --json > named");

        assertThat(bench.files.bytes("f.png")).isEqualTo(content);
        assertThat(bench.files.bytes("f.json")).isEqualTo(content);
        assertThat(bench.files.text("g.json")).isEqualTo("\"iVAACv8=\"\n");
        assertThat(bench.files.text("named")).isEqualTo("\"iVAACv8=\"\n");
        assertThat(bench.files.bytes("twice")).isEqualTo(twice(content));
        assertThat(bench.screen.data()).isEmpty();
        assertThat(bench.screen.messages()).isEmpty();
    }

    private static byte[] twice(byte[] content) {
        byte[] twice = Arrays.copyOf(content, 2 * content.length);
        System.arraycopy(content, 0, twice, content.length, content.length);
        return twice;
    }

    @Test
    void bytes_are_not_for_a_terminal_and_nothing_is_sent() {
        assertThat(bench.run("x plugin_a text | bytes")).isEqualTo(2);

        assertThat(bench.screen.messages()).isEqualTo("""
                error: bytes would disturb the terminal
                  x plugin_a text | bytes
                                    ^
                  write them to a file: | bytes > FILE
                """);
        assertThat(bench.session.network.sent).isEmpty();
    }

    @Test
    void a_frame_makes_a_csv_of_plain_cells() {
        bench.run("x plugin_a do_thing f:=frame({\"t\":[\"a,b\",null],\"v\":[0.5,null]}) | jq .f > f.csv");

        assertThat(bench.files.text("f.csv")).isEqualTo("index,t,v\n0,\"a,b\",0.5\n1,,\n");

        bench.session.network.answers(
                "get",
                Series.of(
                        new Index(new RangeLabels(0, 1, 2), "step"),
                        NdArray.ofObjects(List.of(LocalDateTime.of(2016, 4, 1, 12, 0), Double.NaN)),
                        null));
        bench.run("x plugin_a get > f.csv");

        assertThat(bench.files.text("f.csv")).isEqualTo("step,value\n0,2016-04-01T12:00:00\n1,\n");
    }

    @Test
    void a_frame_without_rows_keeps_its_header() {
        String empty = "x plugin_a do_thing f:=frame({\"x\":[],\"y\":[]}) | jq .f";
        bench.run(empty + " > f.csv");
        bench.run(empty + " >> f.csv");
        bench.run("x plugin_a do_thing f:=frame({\"x\":[1],\"y\":[2]}) | jq .f >> f.csv");
        bench.run("x plugin_a do_thing f:=frame({\"x\":[1],\"y\":[2]}) | jq .f | where '.x > 1' | select y > g.csv");

        assertThat(bench.files.text("f.csv")).isEqualTo("index,x,y\n0,1,2\n");
        assertThat(bench.files.text("g.csv")).isEqualTo("y\n");
    }

    @Test
    void columns_of_one_name_are_all_in_the_file() {
        bench.session.network.answers(
                "get",
                DataFrame.of(
                        new Index(new RangeLabels(0, 1, 1), "a"),
                        List.<Column>of(NdArray.ofLongs(1), NdArray.ofLongs(2)),
                        new Index(NdArray.ofObjects(List.of("a", "a")), null)));
        bench.run("x plugin_a get > f.csv");

        assertThat(bench.files.text("f.csv")).isEqualTo("a.2,a,a.1\n0,1,2\n");
    }

    @Test
    void rows_of_other_columns_are_not_appended() {
        bench.run("x plugin_a list > f.csv");

        assertThat(bench.run("x plugin_a list | select state,name >> f.csv")).isZero();
        assertThat(bench.run("x plugin_a list | select name >> f.csv")).isEqualTo(2);
        assertThat(bench.files.text("f.csv")).isEqualTo("name,state\ne1,1\nelectrode043,20\ne1,1\nelectrode043,20\n");
        assertThat(bench.screen.messages()).isEqualTo("""
                error: the file has the columns name, state, and the result name
                  x plugin_a list | select name >> f.csv
                                                   ^
                  choose the file's columns with | select, or write another file
                """);
    }

    @Test
    void a_last_line_without_its_end_stays_a_line() {
        bench.files.write("f.csv", "state,name\n1,e1".getBytes(StandardCharsets.UTF_8), false);
        bench.run("x plugin_a list | head 1 >> f.csv");
        bench.run("x plugin_a do_thing v:=[] | jq .v >> f.csv");

        assertThat(bench.files.text("f.csv")).isEqualTo("state,name\n1,e1\n1,e1\n");
    }

    @Test
    void what_is_no_list_of_objects_makes_no_csv() {
        assertThat(bench.run("x plugin_a do_thing x=1 > f.csv")).isEqualTo(2);

        assertThat(bench.screen.messages()).isEqualTo("""
                error: expected a list of objects for a .csv file
                  x plugin_a do_thing x=1 > f.csv
                                            ^
                  name the file .json, or make a list with | jq '[…]'
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            tail | jq .command > f                  ¦ go↵stop↵
            tail | jq .command > f.jsonl            ¦ "go"↵"stop"↵
            tail | select command,data > f.csv      ¦ command,data↵go,{}↵stop,"{""x"":1}"↵
            tail | jq '{(.command): 1}' > f.csv     ¦ go,stop↵1,↵,1↵
            tail | jq '[{command, n: 1}]' > f.CSV   ¦ command,n↵go,1↵stop,1↵
            tail --jsonl > f.txt                    ¦ {"time"
            """)
    void a_tail_writes_each_result_at_once(String line, String expected) throws InterruptedException {
        bench.session.network.patient = true;
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of()));
        bench.session.network.broadcasts.add(FakeBroadcast.request("stop", Map.of("x", 1L)));
        Thread statement = new Thread(() -> bench.run(line));
        statement.start();
        while (!bench.session.network.broadcasts.isEmpty() || statement.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        String file = line.substring(line.lastIndexOf('>') + 1).strip();

        String before = bench.files.text(file);
        bench.interpreter.interrupt();
        statement.join();

        assertThat(before.replace('\n', '↵')).startsWith(expected);
        assertThat(bench.files.text(file)).isEqualTo(before);
    }

    @Test
    void a_later_column_of_a_stream_is_added_to_the_rows_before() {
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of("a", "x\n\"y\"")));
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of("b", 2L)));
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of("a", 3L)));

        bench.run("tail --count 3 | jq .data > f.csv");
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of("c", 2L)));
        int other = bench.run("tail --count 1 | jq .data >> f.csv");
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of("b", 5L)));
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of("b", 6L, "a", 4L)));
        bench.run("tail --count 2 | jq .data >> f.csv");

        assertThat(bench.files.text("f.csv")).isEqualTo("a,b\n\"x\n\"\"y\"\"\",\n,2\n3,\n,5\n4,6\n");
        assertThat(other).isEqualTo(2);
        assertThat(bench.screen.messages()).contains("the file has the columns a, b, and the result c");
    }

    @Test
    void what_is_no_row_ends_a_stream_into_a_csv() {
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of()));

        assertThat(bench.run("tail --count 1 | jq .command > f.csv")).isEqualTo(2);
        assertThat(bench.screen.messages()).startsWith("error: expected a list of objects for a .csv file");
    }

    @Test
    void a_tail_that_is_stopped_leaves_what_it_heard() throws InterruptedException {
        bench.session.network.patient = true;
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of()));
        Thread statement = new Thread(() -> bench.run("tail | jq .command > f"));
        statement.start();
        while (!bench.session.network.broadcasts.isEmpty() || statement.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        bench.interpreter.interrupt();
        statement.join();

        assertThat(bench.files.text("f")).isEqualTo("go\n");
        assertThat(bench.screen.messages()).startsWith("stopped");
    }
}
