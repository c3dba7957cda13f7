package io.github.hubsh.shell.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SyntaxTest {
    /** Columns: the operands, one letter each as {@link #syntax} explains them; then the line of the help. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''   | v
            o    | v TARGET
            op   | v TARGET [TIME]
            os   | v TARGET PLUGIN …
            pa   | v [TIME] [FILE …]
            r    | v [WORD …]
            oi   | v TARGET [ITEM …]
            i    | v [ITEM …]
            on   | v TARGET STATEMENT
            """)
    void the_usage_shows_what_may_be_left_out_and_repeated(String operands, String usage) {
        assertThat(syntax(operands).usage()).isEqualTo(usage);
    }

    /** Columns: the operands, an index; the name of the operand there, and whether the rest is taken as it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ''   | 0 | -      | false
            op   | 0 | TARGET | false
            op   | 1 | TIME   | false
            op   | 2 | -      | false
            os   | 1 | PLUGIN | false
            os   | 9 | PLUGIN | false
            pa   | 9 | FILE   | false
            or   | 0 | TARGET | false
            or   | 1 | WORD   | true
            or   | 9 | WORD   | true
            t    | 0 | WORD   | false
            T    | 5 | WORD   | false
            """)
    void the_last_operand_may_stand_for_all_further_words(
            String operands, int index, @Nullable String name, boolean foreign) {
        Syntax syntax = syntax(operands);
        Operand operand = syntax.operand(index);

        assertThat(operand == null ? null : operand.name()).isEqualTo(name);
        assertThat(syntax.isForeign(index)).isEqualTo(foreign);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''  | false
            o   | false
            on  | true
            n   | true
            no  | false
            """)
    void only_a_statement_at_the_end_is_nested(String operands, boolean nests) {
        assertThat(syntax(operands).nests()).isEqualTo(nests);
    }

    /** Columns: an option, and as the help shows it; nothing where there is no such option. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --limit   | --limit N
            --dry     | --dry
            --raw     | --raw FORM
            --server-key | --server-key FILE
            --hub-key | --hub-key FILE
            --cluster | --cluster NAME
            --quiet   | --quiet
            --json    | --json
            --jq      | --jq EXPR
            --help    | --help
            --hel     |
            limit     |
            """)
    void an_option_is_the_verbs_own_or_one_of_every_verb(String name, @Nullable String shown) {
        Option option = withOptions().option(name);

        assertThat(option == null ? null : option.toString()).isEqualTo(shown);
        assertThat(withOptions().optionNames().contains(name)).isEqualTo(shown != null);
    }

    @Test
    void an_own_option_hides_the_one_of_every_verb_and_is_named_once() {
        assertThat(withOptions().optionNames())
                .startsWith("--limit", "--dry", "--raw")
                .endsWith("--help")
                .doesNotHaveDuplicates();
        Option raw = withOptions().option("--raw");
        assertThat(raw).isNotNull().extracting(Option::choices).isEqualTo(List.of("all", "part"));
    }

    /** An option that is a setting says its variable, and its default where it has one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --server-key | FILE | the hub's public key, for CURVE; HUBSH_SERVER_KEY
            --hub-key    | FILE | our secret key, by which such a hub knows us; HUBSH_KEY
            --cluster    | TEXT | the network that it joins there; HUBSH_CLUSTER, or hubsh
            --insecure   | FLAG | no warning of hubs elsewhere without keys; HUBSH_INSECURE
            """)
    void an_option_that_is_a_setting_says_its_variable_and_default(String name, Kind kind, String summary) {
        Option option = withOptions().option(name);

        assertThat(option).isNotNull().extracting(Option::kind, Option::summary).containsExactly(kind, summary);
    }

    @Test
    void a_verb_has_the_name_aliases_and_group_of_its_row_and_the_rest_is_what_was_added() {
        Syntax syntax = Syntax.of(VerbName.EXECUTE, "send")
                .live()
                .givesBytesFor("cut")
                .example("execute p c")
                .detail("Sends.")
                .build();

        assertThat(syntax.name() + syntax.aliases() + syntax.group().title()).isEqualTo("execute[x]Request");
        assertThat(syntax.summary()).isEqualTo("send");
        assertThat(syntax.live()).isTrue();
        assertThat(syntax.byteActions()).containsExactly("cut");
        assertThat(syntax.examples()).containsExactly("execute p c");
        assertThat(syntax.details()).containsExactly("Sends.");
        assertThat(syntax("").live()).isFalse();
    }

    private static Syntax withOptions() {
        return Syntax.of("v", Group.SHELL, "does it")
                .option("--limit", "N", Kind.COUNT, "at most")
                .flag("--dry", "does nothing")
                .choice("--raw", "FORM", List.of("all", "part"), "as it came")
                .setting(Setting.SERVER_KEY, "FILE")
                .setting("--hub-key", Setting.KEY, "FILE")
                .setting(Setting.CLUSTER, "NAME")
                .setting(Setting.INSECURE)
                .build();
    }

    /** Builds a syntax of one operand for each letter. */
    private static Syntax syntax(String operands) {
        Syntax.Builder builder = Syntax.of("v", Group.SHELL, "does it");
        for (int i = 0; i < operands.length(); i++) {
            char each = operands.charAt(i);
            switch (each) {
                case 'o' -> builder.operand("TARGET", Kind.PLUGIN);
                case 'p' -> builder.optional("TIME", Kind.DURATION);
                case 's' -> builder.several("PLUGIN", Kind.PLUGIN);
                case 'a' -> builder.any("FILE", Kind.FILE);
                case 'r' -> builder.rest("WORD");
                case 't' -> builder.optional("WORD", Kind.TEXT);
                case 'T' -> builder.several("WORD", Kind.TEXT);
                case 'n' -> builder.operand("STATEMENT", Kind.STATEMENT);
                case 'i' -> builder.items();
                default -> throw new IllegalArgumentException(operands);
            }
        }
        return builder.build();
    }
}
