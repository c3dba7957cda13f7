package io.github.hubsh.shell.verb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionDeclarationsTest {
    @Test
    void a_mark_stands_for_the_interfaces_that_it_names() {
        assertThat(OptionDeclarations.filledIn("a\n  // options PatienceOptions WriteOptions\nb\n"))
                .isEqualTo("""
                        a
                          export interface PatienceOptions extends Waiting {
                            /** How long to wait. */
                            timeout?: Time;
                          }

                          export interface WriteOptions {
                            /** Adds to the file instead of replacing it. */
                            append?: boolean;
                          }
                        b
                        """);
    }

    @Test
    void parameters_and_required_properties_are_kept() {
        assertThat(OptionDeclarations.filledIn("  // options UntilOptions DescribedCommand"))
                .contains(
                        "interface UntilOptions<T> extends Waiting {",
                        "that?: (value: T) => unknown;",
                        "    run: Handler;\n");
    }

    @Test
    void a_name_that_the_table_does_not_have_is_a_defect() {
        assertThatThrownBy(() -> OptionDeclarations.filledIn("  // options Nonsense"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the table of options has no Nonsense");
    }

    @Test
    void no_mark_is_left_in_the_declarations_of_the_api() {
        assertThat(TypeDeclarations.api()).doesNotContain("// options");
    }
}
