package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentifiersTest {
    /** Columns: a name; whether it is a result's, may be a variable's, may be a context's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            x        | no     | variable | context
            x1       | no     | variable | context
            aZ09     | no     | variable | context
            azAZ     | no     | variable | context
            x_1      | no     | variable | context
            straße   | no     | variable | no
            _x       | no     | variable | no
            _1x      | no     | variable | no
            __       | no     | variable | no
            _        | result | no       | no
            _7       | result | no       | no
            _0192    | result | no       | no
            _/       | no     | no       | no
            _:       | no     | no       | no
            ~~       | no     | no       | no
            ~ ~      | no     | no       | no
            7        | no     | no       | context
            1x       | no     | no       | context
            x²       | no     | no       | no
            a-b      | no     | no       | context
            a.b_c-d  | no     | no       | context
            lab-2    | no     | no       | context
            -a       | no     | no       | no
            .a       | no     | no       | no
            a b      | no     | no       | no
            a/b      | no     | no       | no
            a:b      | no     | no       | no
            a@b      | no     | no       | no
            a[b      | no     | no       | no
            a`b      | no     | no       | no
            a{b      | no     | no       | no
            none     | no     | variable | no
            None     | no     | variable | context
            """)
    void a_name_is_one_of_a_result_a_variable_or_a_context(
            String name, String result, String variable, String context) {
        assertThat(Identifiers.isResult(name)).isEqualTo(result.equals("result"));
        assertThat(Identifiers.isVariable(name)).isEqualTo(variable.equals("variable"));
        assertThat(Identifiers.isContext(name)).isEqualTo(context.equals("context"));
    }

    @Test
    void a_context_has_64_characters_at_most() {
        assertThat(Identifiers.isContext("x".repeat(64))).isTrue();
        assertThat(Identifiers.isContext("x".repeat(65))).isFalse();
    }
}
