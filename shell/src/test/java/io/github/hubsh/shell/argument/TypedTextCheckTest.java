package io.github.hubsh.shell.argument;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedTextCheckTest {
    private final ShellBench bench = ShellBench.terminal();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            save=False           ¦ save=False is the text 'False'; the boolean is save=false
            on=True              ¦ on=True is the text 'True'; the boolean is on=true
            x=None               ¦ x=None is the text 'None'; null is x=null
            y=.5                 ¦ y=.5 is the text '.5'; the number is y=0.5
            y=-.5e3              ¦ y=-.5e3 is the text '-.5e3'; the number is y=-0.5e3
            y=5.                 ¦ y=5. is the text '5.'; the number is y=5.0
            y=+5                 ¦ y=+5 is the text '+5'; the number is y=5
            y=1_000              ¦ y=1_000 is the text '1_000'; the number is y=1000
            y=-0x10              ¦ y=-0x10 is the text '-0x10'; the number is y=-16
            y=nan                ¦ y=nan is the text 'nan'; the number is y:=float64(NaN)
            y=-inf               ¦ y=-inf is the text '-inf'; the number is y:=float64(-Infinity)
            m[a]=True            ¦ m[a]=True is the text 'True'; the boolean is m[a]=true
            x='{"a":1}'          ¦ x={"a":1} is the text '{"a":1}'; the object is x:={"a":1}
            x=[1,2]              ¦ x=[1,2] is the text '[1,2]'; the list is x:=[1,2]
            s='series({"a":1})'  ¦ s=series({"a":1}) is the text 'series({"a":1})'; the value is s:=series({"a":1})
            s=series({"a":1})    ¦ s=series({a:1}) is the text 'series({a:1})'; the value is s:=series({"a":1})
            x={"a b":[1]}        ¦ x={a b:[1]} is the text '{a b:[1]}'; the object is x:={"a b":[1]}
            x={\\"a\\":1}         ¦ x={"a":1} is the text '{"a":1}'; the object is x:={"a":1}
            a="1\\r"              ¦ a ends with a carriage return; without it: a=1
            """)
    void a_text_that_looks_like_another_type_is_sent_with_a_note(String item, String note) {
        assertThat(bench.run("execute plugin_a do_thing " + item))
                .as(bench.screen.messages())
                .isZero();
        assertThat(bench.screen.messages()).isEqualTo("note: " + note + "\n");
        assertThat(bench.session.network.sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "save==False",
                "x=no",
                "id=1_2",
                "id=0xz",
                "id=0012",
                "v=1.2.3",
                "v=.",
                "v=+",
                "v=-",
                "s=f(x)",
                "x={",
                "t=true",
                "y=0.5",
                "s=Falsehood",
                "x:=[1]"
            })
    void what_is_plainly_a_text_or_a_value_has_no_note(String item) {
        assertThat(bench.run("execute plugin_a do_thing " + item)).isZero();
        assertThat(bench.screen.messages()).isEmpty();
    }

    @Test
    void a_text_is_an_error_where_the_argument_is_of_another_type() {
        assertThat(bench.run("execute plugin_a dispense volume_ul=.5")).isEqualTo(2);
        assertThat(bench.screen.messages()).isEqualTo("""
                        error: volume_ul: expected a number, found the text '.5'
                          execute plugin_a dispense volume_ul=.5
                                                              ^
                          write volume_ul=0.5; --no-check sends the text
                        """);
        assertThat(bench.session.network.sent).isEmpty();
    }

    @Test
    void no_check_sends_the_text_and_says_so() {
        assertThat(bench.run("execute plugin_a dispense volume_ul=.5 --no-check"))
                .isZero();
        assertThat(bench.screen.messages()).startsWith("note: volume_ul=.5 is the text '.5'");
        assertThat(bench.session.network.sent).extracting(Request::body).containsExactly(Map.of("volume_ul", ".5"));
    }

    @Test
    void a_variable_that_holds_such_a_text_is_no_mistake() {
        bench.run("let v==None");
        assertThat(bench.run("execute plugin_a do_thing x=$v")).isZero();
        assertThat(bench.screen.messages()).isEmpty();
    }

    @Test
    void let_has_the_same_note() {
        assertThat(bench.run("let v=None")).isZero();
        assertThat(bench.screen.messages()).isEqualTo("note: v=None is the text 'None'; null is v=null\n");
    }

    @Test
    void json_in_the_spelling_of_python_says_the_right_one() {
        assertThat(bench.run("execute plugin_a do_thing a:=True b=1")).isEqualTo(2);
        assertThat(bench.screen.messages()).endsWith("  true is JSON's spelling of True\n");
        assertThat(bench.run("execute plugin_a do_thing a:={'x':1}")).isEqualTo(2);
        assertThat(bench.screen.messages()).endsWith("  JSON has double quotes: {\"x\":1}\n");
    }
}
