package io.github.hubsh.shell.argument;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Arguments of {@link io.github.hubsh.shell.fake.FakeCommands#DISPENSE}, held to its schema. */
final class ArgumentCheckTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void what_fits_is_sent_and_text_stays_as_it_was_typed() {
        assertThat(bench.run("execute plugin_a dispense volume_ul=5 'to well'=0012"))
                .isZero();
        assertThat(bench.run("execute plugin_a dispense volume_ul=5 'to well'=1.50"))
                .isZero();

        assertThat(bench.session.network.sent)
                .extracting(Request::body)
                .containsExactly(
                        Map.of("volume_ul", 5L, "to well", "0012"), Map.of("volume_ul", 5L, "to well", "1.50"));
    }

    @Test
    void an_unknown_argument_is_pointed_at_with_the_one_that_was_meant() {
        assertError("execute plugin_a dispense volum_ul=5", """
                        error: dispense has no argument 'volum_ul'
                          execute plugin_a dispense volum_ul=5
                                                    ^
                          did you mean 'volume_ul'?; --no-check sends it all the same
                        """);
    }

    @Test
    void a_missing_argument_is_pointed_at_behind_the_last_item() {
        assertError("execute plugin_a dispense mode=fast", """
                        error: expected volume_ul=… (number)
                          execute plugin_a dispense mode=fast
                                                              ^
                          see describe plugin_a dispense; --no-check sends it all the same
                        """);
    }

    @Test
    void a_value_of_another_type_is_pointed_at() {
        assertError("execute plugin_a dispense volume_ul=much", """
                        error: volume_ul: expected a number, found 'much'
                          execute plugin_a dispense volume_ul=much
                                                              ^
                          see describe plugin_a dispense; --no-check sends it all the same
                        """);
    }

    @Test
    void choices_and_limits_are_held() {
        assertThat(messages("execute plugin_a dispense volume_ul=5 mode=warp"))
                .startsWith("error: mode: expected one of fast, slow, found 'warp'\n");
        assertThat(messages("execute plugin_a dispense volume_ul=-1"))
                .startsWith("error: volume_ul: expected at least 0, found '-1'\n");
        assertThat(messages("execute plugin_a dispense volume_ul=1e4"))
                .startsWith("error: volume_ul: expected at most 1000, found '10000.0'\n");
        assertThat(messages("execute plugin_a dispense volume_ul==5"))
                .startsWith("error: volume_ul: expected a number, found '5'\n");
        assertThat(messages("execute plugin_a dispense volume_ul=5 route=e1"))
                .startsWith("error: route: expected an array, found 'e1'\n");
    }

    @Test
    void no_check_sends_what_was_typed() {
        assertThat(bench.run("execute plugin_a dispense volum=much --no-check")).isZero();

        assertThat(bench.session.network.sent).extracting(Request::body).containsExactly(Map.of("volum", "much"));
    }

    @Test
    void ask_asks_for_what_was_not_given_until_it_fits() {
        bench.session.willAnswer("", "much", "7", "9", "[\"e1\"]");

        assertThat(bench.run("execute plugin_a dispense --ask"))
                .as(bench.screen.messages())
                .isZero();

        assertThat(bench.session.calls)
                .containsExactly(
                        "mode (string; how fast) [slow]: ",
                        "volume_ul (number in µL, required; how much): ",
                        "volume_ul (number in µL, required; how much): ",
                        "to well (string): ",
                        "route (array): ");
        assertThat(bench.screen.messages()).isEqualTo("warning: expected a number\n");
        assertThat(bench.session.network.sent)
                .extracting(Request::body)
                .containsExactly(Map.of("volume_ul", 7L, "to well", "9", "route", List.of("e1")));
    }

    @Test
    void ask_needs_a_user_to_ask() {
        assertError("execute plugin_a dispense --ask", """
                        error: there is no terminal to ask at
                          give the arguments as items, see help items
                        """);
    }

    @Test
    void a_value_that_fits_is_never_changed() {
        Random random = new Random(20240711);
        List<Object> values = Arrays.asList(
                null, true, false, 0L, 1L, -3L, 2.0, 2.5, "1", "0", "on", "no", "text", "", "null", List.of(),
                Map.of());
        List<String> types = List.of("string", "number", "integer", "boolean", "array", "object", "null");
        for (int i = 0; i < 20_000; i++) {
            Object value = values.get(random.nextInt(values.size()));
            ArgumentSchema schema = new ArgumentSchema(
                    types.subList(0, random.nextInt(types.size() + 1)).stream()
                            .filter(type -> random.nextBoolean())
                            .toList(),
                    random.nextInt(3) == 0 ? List.of("1", 1L, true) : List.of(),
                    random.nextInt(3) == 0 ? 1L : null,
                    random.nextInt(3) == 0 ? 2.5 : null,
                    false,
                    null,
                    "",
                    "");
            SchemaCoercion.Fit fit = SchemaCoercion.fit(value, value == null ? "null" : String.valueOf(value), schema);
            if (SchemaCoercion.expected(value, schema) == null) {
                assertThat(fit.value()).as("%s %s", value, schema).isSameAs(value);
            }
            if (fit.expected() == null) {
                assertThat(SchemaCoercion.expected(fit.value(), schema))
                        .as("%s %s", value, schema)
                        .isNull();
            }
        }
    }

    private void assertError(String line, String messages) {
        assertThat(bench.run(line)).isEqualTo(2);
        assertThat(bench.screen.messages()).isEqualTo(messages);
        assertThat(bench.session.network.sent).isEmpty();
    }

    private static String messages(String line) {
        ShellBench other = ShellBench.terminal();
        assertThat(other.run(line)).isEqualTo(2);
        return other.screen.messages();
    }
}
