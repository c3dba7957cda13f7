package io.github.hubsh.shell.session.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.word.ShellException;
import org.junit.jupiter.api.Test;

/** Variables, and the numbered results beside them. */
final class VariablesAndResultsTest {
    private final Variables variables = new Variables();

    @Test
    void a_variable_may_hold_null_and_is_there_nevertheless() {
        variables.put("a", null);
        assertThat(variables.has("a")).isTrue();
        assertThat(variables.get("a")).isNull();
        assertThat(variables.has("b")).isFalse();
    }

    @Test
    void results_are_counted_from_one_and_the_last_has_no_number() {
        assertThat(variables.has("_")).isFalse();
        variables.addResult("a");
        variables.addResult("b");
        assertThat(variables.get("_")).isEqualTo("b");
        assertThat(variables.get("_1")).isEqualTo("a");
        assertThat(variables.get("_2")).isEqualTo("b");
        assertThat(variables.has("_0")).isFalse();
        assertThat(variables.has("_3")).isFalse();
        assertThat(variables.all()).isEmpty();
    }

    @Test
    void the_last_hundred_results_are_kept_under_their_numbers() {
        for (int i = 1; i <= 102; i++) {
            variables.addResult(i);
        }
        assertThat(variables.has("_2")).isFalse();
        assertThat(variables.get("_3")).isEqualTo(3);
        assertThat(variables.get("_102")).isEqualTo(102);
        assertThat(variables.has("_103")).isFalse();
    }

    @Test
    void all_variables_are_a_copy_in_the_order_made() {
        variables.put("b", 1);
        variables.put("a", 2);
        var all = variables.all();
        variables.put("b", 3);
        variables.put("c", 4);
        assertThat(all).hasToString("{b=1, a=2}");
    }

    @Test
    void there_are_at_most_ten_thousand_and_those_may_still_change() {
        for (int i = 0; i < 10_000; i++) {
            variables.put("v" + i, i);
        }
        assertThatThrownBy(() -> variables.put("more", 1))
                .isInstanceOf(ShellException.class)
                .hasMessage("more than 10000 variables");
        variables.put("v0", "changed");
        assertThat(variables.get("v0")).isEqualTo("changed");
    }
}
