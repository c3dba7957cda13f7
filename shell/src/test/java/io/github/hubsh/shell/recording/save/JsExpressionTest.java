package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsExpressionTest {
    private static final JsExpression LONG = JsExpression.of("'" + "x".repeat(60) + "'");

    @Test
    void what_fits_stands_in_one_line() {
        JsExpression object = JsExpression.object(List.of(JsExpression.of("a: 1"), JsExpression.of("b: 2")));

        assertThat(JsExpression.call("f", List.of(JsExpression.of("1"), object)).text(1))
                .isEqualTo("  f(1, { a: 1, b: 2 })");
        assertThat(JsExpression.object(List.of()).text(0)).isEqualTo("{}");
    }

    @Test
    void a_call_opens_and_closes_with_its_last_argument() {
        JsExpression object = JsExpression.object(List.of(LONG.after("a: "), LONG.after("b: ")));

        assertThat(JsExpression.call("f", List.of(JsExpression.of("1"), object)).text(0))
                .isEqualTo("f(1, {\n  a: " + LONG.open() + ",\n  b: " + LONG.open() + ",\n})");
        assertThat(JsExpression.call("f", List.of(object, JsExpression.of("1"))).text(0))
                .isEqualTo("f(\n  {\n    a: " + LONG.open() + ",\n    b: " + LONG.open() + ",\n  },\n  1,\n)");
    }

    @Test
    void short_elements_share_lines() {
        JsExpression list = JsExpression.list(Collections.nCopies(30, JsExpression.of("12345")));

        assertThat(list.text(0).lines()).hasSize(5).allMatch(line -> line.length() <= 100);
        assertThat(list.text(0)).startsWith("[\n  12345, 12345, ").endsWith("12345,\n]");
    }
}
