package io.github.hubsh.shell.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerbNameTest {
    /** Columns: a word, the verb's name, the least to type for it, its group. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            execute | execute | x    | REQUEST
            x       | execute | x    | REQUEST
            exit    | exit    | quit | SHELL
            quit    | exit    | quit | SHELL
            ping    | ping    | ping | REQUEST
            $value  | $value  | $value | SHELL
            """)
    void a_verb_is_found_by_its_name_and_its_alias(String word, String text, String shortest, Group group) {
        VerbName verb = Objects.requireNonNull(VerbName.of(word));

        assertThat(verb.text()).isEqualTo(text);
        assertThat(verb.shortest()).isEqualTo(shortest);
        assertThat(verb.group()).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            js     | TAKES_CODE      | true
            js     | NESTS_STATEMENT | false
            watch  | NESTS_STATEMENT | true
            quit   | LEFT_OUT_OF_SAVED | true
            x      | WRITES_FILES    | false
            keygen | WRITES_FILES    | true
            JS     | TAKES_CODE      | false
            nope   | TAKES_CODE      | false
            ''     | TAKES_CODE      | false
            """)
    void a_word_has_the_traits_of_the_verb_that_it_names(String word, VerbTrait trait, boolean has) {
        assertThat(VerbName.has(word, trait)).isEqualTo(has);
    }

    @ParameterizedTest
    @CsvSource({"PING", "e", "pin", "value", "''"})
    void other_words_are_no_verbs(@Nullable String word) {
        assertThat(VerbName.of(String.valueOf(word))).isNull();
    }

    @Test
    void all_verbs_but_the_one_without_a_name_can_be_typed_and_each_word_names_one() {
        assertThat(VerbName.typed()).doesNotContain(VerbName.VALUE).hasSize(VerbName.values().length - 1);
        assertThat(VerbName.texts()).startsWith("connect").endsWith("keygen").doesNotHaveDuplicates();
        for (VerbName verb : VerbName.typed()) {
            assertThat(VerbName.of(verb.text())).isEqualTo(verb);
            assertThat(verb.aliases()).allMatch(alias -> VerbName.of(alias) == verb);
        }
    }

    @Test
    void the_table_of_syntaxes_has_one_for_each_verb_that_can_be_typed() {
        SyntaxTable table = verb -> Syntax.of(verb, "does it").build();

        assertThat(table.all()).extracting(Syntax::name).isEqualTo(VerbName.texts());
    }
}
