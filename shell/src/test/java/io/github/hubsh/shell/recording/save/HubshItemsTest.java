package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.recording.CarriedValues;
import io.github.hubsh.shell.word.JsonInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments as items of a line, as a person would type them. */
final class HubshItemsTest {
    /** Columns: the arguments as JSON, with the functions of the shell, and the items. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            None                               | ``
            {}                                 | ``
            {"x":1,"y":2.5}                    | ` x=1 y=2.5`
            {"on":true,"off":null}             | ` on=true off=null`
            {"a":"b","n":"1","t":"true"}       | ` a=b n==1 t==true`
            {"a":"b c","d":"it's"}             | ` a='b c' d="it's"`
            {"Voltage (V)":0.4}                | ` 'Voltage (V)'=0.4`
            {"rows":[1,"a"],"of":{"id":1}}     | ` rows:='[1,"a"]' of:='{"id":1}'`
            {"run":bytes("AQI=")}              | ` run:=bytes("AQI=")`
            {"at":date("2026-01-31")}          | ` at:=date("2026-01-31")`
            {"s":set(1)}                       | ` s:=set(1)`
            {"s":[set(1),{"x":tuple(1)}]}      | ` s:=[set(1),{"x":tuple(1)}]`
            """)
    void arguments_are_items(@Nullable String arguments, String items) throws Exception {
        assertThat(new HubshItems(value(arguments), List.of(), Map.of()).of(value(arguments)))
                .isEqualTo(items);
    }

    /** Columns: the result of the request before, the arguments, and the items; the result is in the variable `r`. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "4242-4242"             | {"id":"4242-4242","x":1}          | ` id=$r x=1`
            {"run_id":7}            | {"id":7}                          | ` id=$r.run_id`
            {"a b":"4242-4242"}     | {"id":"4242-4242"}                | ` id=$r["a b"]`
            ["x","4242-4242"]       | {"id":"4242-4242"}                | ` id=$r[1]`
            "4242-4242"             | {"of":{"x":1,"id":"4242-4242"}}   | ` of[x]=1 of[id]=$r`
            "4242-4242"             | {"of":{"a b":"4242-4242"}}        | ` of['a b']=$r`
            "4242-4242"             | {"all":[1,"4242-4242",{"x":1}]}   | ` all[]=1 all[]=$r all[]:='{"x":1}'`
            "4242-4242"             | {"all":[["4242-4242"]]}           | ` all[][]=$r`
            "4242-4242"             | {"file":"run-4242-4242.csv"}      | ` file=="run-${r}.csv"`
            "4242-4242"             | {"file":"run 4242-4242 b"}        | ` file=="run $r b"`
            "4242-4242"             | {"file":"4242-4242:b"}            | ` file=="$r:b"`
            "4242-4242"             | {"file":"run-4242-4242"}          | ` file=="run-$r"`
            "4242-4242"             | {"file":"4242-4242/4242-4242a"}   | ` file=="$r/${r}a"`
            "4242-4242"             | {"file":"$4242-4242\\"\\n"}       | ` file=="\\$${r}\\"\\n"`
            {"of":{"id":"4242-4242"}} | {"file":"a4242-4242b"}          | ` file=="a${r.of.id}b"`
            "4242-4242"             | {"id":"4242-4243"}                | ` id=4242-4243`
            """)
    void what_an_earlier_result_gave_is_its_variable(String result, String arguments, String items) throws Exception {
        assertThat(carried(result, arguments, Map.of(0, "r"))).isEqualTo(items);
    }

    @Test
    void a_result_without_a_variable_is_no_reference() throws Exception {
        assertThat(carried("\"4242-4242\"", "{\"id\":\"4242-4242\"}", Map.of(1, "r")))
                .isEqualTo(" id=4242-4242");
    }

    /** Columns: arguments that no line sends, and why. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [1]                  | its arguments are not an object
            "x"                  | its arguments are not an object
            {37:1}               | an argument's name is no text
            {"s":{37:"a"}}       | a value of Python's own class cannot be typed
            """)
    void what_no_line_sends_says_why(String arguments, String why) throws Exception {
        assertWhy(value(arguments), why);
    }

    @Test
    void secrets_and_objects_of_python_are_not_written() {
        assertWhy(Map.of("key", new HiddenSecrets.Hidden("key")), "its 'key' looks secret");
        assertWhy(Map.of("o", new Opaque("lab.Sample", List.of())), "a value of Python's own class cannot be typed");
    }

    private static String carried(String result, String arguments, Map<Integer, String> variables) throws Exception {
        CarriedValues values = new CarriedValues();
        values.replied(0, value(result));
        Object data = value(arguments);
        return new HubshItems(data, values.requested(data), variables).of(data);
    }

    private static void assertWhy(@Nullable Object arguments, String why) {
        assertThatThrownBy(() -> new HubshItems(arguments, List.of(), Map.of()).of(arguments))
                .isInstanceOfSatisfying(
                        UnwritableException.class,
                        wrong -> assertThat(wrong.why()).isEqualTo(why));
    }

    private static @Nullable Object value(@Nullable String typed) throws JsonInput.WrongJson {
        return JsonInput.operands(String.valueOf(typed), TypedFunctions.all(), List.of())
                .positional()
                .get(0);
    }
}
