package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.Request;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables, results, counts and the focus: what a line gives. {@code do_thing} answers its arguments. */
final class VariablesTest {
    private final ShellBench bench = ShellBench.pipe();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            r = x plugin_a do_thing x=1 s=hi; x plugin_a do_thing y=$r.x t=$r.s  ¦ {"y":1,"t":"hi"}
            r = x plugin_a list; x plugin_a do_thing y=$r[0] z=$r[-1].state      ¦ {"y":{"name":"e1","state":1},"z":20}
            let n==5; x plugin_a do_thing a=$n b=1$n c==$n d:=$n e="$n" f='$n'   ¦ {"a":"5","b":15,"c":"5","d":"5","e":"5","f":"$n"}
            let n=5; x plugin_a do_thing a:=[$n,{"b":$n}] c:={"s":"$n"}          ¦ {"a":[5,{"b":5}],"c":{"s":"$n"}}
            let s="a\\nb" k='Voltage (V)'; x plugin_a do_thing "$k"=1 a:=[$s]      ¦ {"Voltage (V)":1,"a":["a\\nb"]}
            let v[Voltage]=7; $v[Voltage]                                        ¦ 7
            let p=plugin_a c=do_thing; x $p $c x[$p]=$c                           ¦ {"x":{"plugin_a":"do_thing"}}
            let p=";| >"; x plugin_a do_thing x=$p                               ¦ {"x":";| >"}
            let n=1; x plugin_a list | head $n | where '.state == $n' | count    ¦ 1
            let n=1; x plugin_a list | jq "map(.state + $n)"                     ¦ [2,21]
            x plugin_a do_thing x=1; x plugin_a do_thing y=$_.x; _; _1; $_2.y    ¦ {"x":1}↵{"y":1}↵{"y":1}↵{"x":1}↵1
            r = 3 ping hub; $r | count                                           ¦ 3
            2 x plugin_a do_thing x=1 | jq .x                                    ¦ 1↵1
            5 ping hub | head 2 | count                                          ¦ 2
            r = x plugin_a nothing; x plugin_a do_thing r=$r                     ¦ {"r":null}
            use plugin_a; .do_thing x=1; .list | count; use                      ¦ {"x":1}↵2↵plugin_a
            let a=1 b:='[2]'; let; let b=3; $b                                   ¦ [{"name":"a","value":1},{"name":"b","value":[2]}]↵3
            let f=out; ping hub > "$f".txt; let g:=@out.txt; $g.target            ¦ hub
            x plugin_a do_thing price=$5 b=$ c=\\$x                               ¦ {"price":"$5","b":"$","c":"$x"}
            set quiet=on json=on; x plugin_a nothing; set json=off; x plugin_a nothing ¦ null↵null
            """)
    void values_stand_where_their_names_do(String line, String expected) {
        assertThat(bench.run(line)).as(bench.screen.messages()).isZero();

        assertThat(bench.screen.data()).isEqualTo(expected.replace('↵', '\n') + "\n");
    }

    @Test
    void an_alias_is_a_lines_beginning() {
        bench.run("alias led='x plugin_a do_thing s=\"a b\"' two='2 led' loop=led; alias loop='loop x=1'");

        assertThat(bench.run("led x=1 | jq .s; r = two; $r | count; alias two=; alias | count"))
                .isEqualTo(0);
        assertThat(bench.screen.data()).isEqualTo("a b\n2\n2\n");
        assertThat(bench.run("loop")).isEqualTo(2);
        assertThat(bench.run("two")).isEqualTo(2);
    }

    @Test
    void what_is_kept_is_not_shown() {
        bench.run("r = x plugin_a do_thing x=1");

        assertThat(bench.screen.data()).isEmpty();
        assertThat(bench.session.memory().variables().get("r")).hasToString("{x=1}");
    }

    @Test
    void the_focus_goes_with_a_dash() {
        bench.run("use plugin_a; use -");

        assertThat(bench.session.memory().context().focus()).isNull();
        assertThat(bench.run(".do_thing")).isEqualTo(2);
    }

    @Test
    void a_timeout_that_was_set_is_every_requests() {
        bench.run("set timeout=1.5s; x plugin_a do_thing; x plugin_a do_thing --timeout 2s");

        assertThat(bench.session.network.sent)
                .extracting(Request::timeout)
                .containsExactly(Duration.ofMillis(1500), Duration.ofSeconds(2));
    }

    @Test
    void a_repetition_stops_at_the_first_error() {
        assertThat(bench.run("3 x plugin_a fail")).isEqualTo(1);

        assertThat(bench.session.network.sent).hasSize(1);
    }

    @Test
    void old_results_are_forgotten_and_keep_their_numbers() {
        bench.run("150 ping hub");
        for (int i = 0; i < 150; i++) {
            bench.run("x plugin_a do_thing i=" + i);
        }

        assertThat(bench.run("_1")).isEqualTo(2);
        assertThat(bench.session.memory().variables().get("_151")).hasToString("{i=149}");
    }
}
