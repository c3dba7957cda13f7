package io.github.hubsh.shell.line;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.syntax.Group;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands behind a verb, by a syntax of each kind; the verb's name chooses one of {@link #syntax}. */
final class ArgumentParserTest {
    private static final List<String> OPTIONS = List.of("--time", "--fast", "-n", "--set", "--json", "--help");

    /** Columns: what is typed, its operands, its items, and its options with their values. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            plain a                        ¦ a        ¦ ``      ¦ ``
            plain a b                      ¦ a·b      ¦ ``      ¦ ``
            plain --fast a                 ¦ a        ¦ ``      ¦ --fast[--fast]
            plain a --fast                 ¦ a        ¦ ``      ¦ --fast[--fast]
            plain --time 1s a              ¦ a        ¦ ``      ¦ --time[1s]
            plain --time=1s a              ¦ a        ¦ ``      ¦ --time[1s]
            plain --time 1s a --time 2s    ¦ a        ¦ ``      ¦ --time[1s 2s]
            plain --json a                 ¦ a        ¦ ``      ¦ --json[--json]
            plain -n 2 a                   ¦ a        ¦ ``      ¦ -n[2]
            plain a -n -x                  ¦ a        ¦ ``      ¦ -n[-x]
            plain a -x                     ¦ a·-x     ¦ ``      ¦ ``
            plain a '--fast'               ¦ a·--fast ¦ ``      ¦ ``
            plain -- a --fast              ¦ a·--fast ¦ ``      ¦ ``
            plain -- -- --fast             ¦ --·--fast ¦ ``     ¦ ``
            plain --help                   ¦ ``       ¦ ``      ¦ --help[--help]
            plain --time $t $a             ¦ $a       ¦ ``      ¦ --time[$t]
            several a b c d                ¦ a·b·c·d  ¦ ``      ¦ ``
            items a x=1 y:=[2]             ¦ a        ¦ x=1·y:=[2] ¦ ``
            items a x=1 --fast y=2         ¦ a        ¦ x=1·y=2 ¦ --fast[--fast]
            items a -- --x=1               ¦ a        ¦ --x=1   ¦ ``
            items a --set x=1 --set=y=2    ¦ a        ¦ ``      ¦ --set[x=1 y=2]
            foreign a --fast -- b=c        ¦ a·--fast·--·b=c ¦ `` ¦ ``
            nesting 1s a --fast -x b=1     ¦ 1s·a·-x·b=1 ¦ ``   ¦ --fast[--fast]
            nesting --fast 1s a --json     ¦ 1s·a·--json ¦ ``   ¦ --fast[--fast]
            """)
    void words_are_operands_items_and_options(String line, String operands, String items, String options) {
        Arguments arguments = parse(line);
        assertThat(texts(arguments.operandsFrom(0))).isEqualTo(operands);
        assertThat(arguments.items().stream().map(item -> item.word().text()).collect(Collectors.joining("·")))
                .isEqualTo(items);
        assertThat(options(arguments)).isEqualTo(options);
        assertThat(arguments.items("--set")).hasSameSizeAs(arguments.all("--set"));
    }

    /** Columns: what is typed, the character that the error points at, what it says, and the remedy. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            plain                  ¦ 6  ¦ expected FIRST                                  ¦ usage: plain FIRST [SECOND]
            plain --fast           ¦ 13 ¦ expected FIRST                                  ¦ usage: plain FIRST [SECOND]
            plain a b c            ¦ 10 ¦ expected no further word, found 'c'             ¦ usage: plain FIRST [SECOND]
            plain ''               ¦ 6  ¦ expected FIRST, found an empty text             ¦
            plain a --tme 1s       ¦ 8  ¦ there is no option --tme for plain              ¦ did you mean '--time'?
            plain a --xyzxyz=1     ¦ 8  ¦ there is no option --xyzxyz for plain           ¦ its options: --time --fast -n --set --jq --json --jsonl --raw --table --all --quiet --debug --help
            plain a --time         ¦ 15 ¦ expected TIME after --time                      ¦
            plain --time --fast a  ¦ 13 ¦ expected TIME after --time                      ¦
            plain a --time=        ¦ 15 ¦ expected a time such as 500ms, 5s, 2m or 1h for --time, found '' ¦
            plain --time soon a    ¦ 13 ¦ expected a time such as 500ms, 5s, 2m or 1h for --time, found 'soon' ¦
            plain a --fast=yes     ¦ 14 ¦ expected no value for --fast                    ¦
            plain a --set x        ¦ 14 ¦ expected an item such as name=value, found 'x'  ¦ help items shows how arguments are written
            items x=1              ¦ 6  ¦ expected FIRST before 'x=1'                     ¦ usage: items FIRST [ITEM …]
            items a b              ¦ 8  ¦ expected an item such as name=value, found 'b'  ¦ help items shows how arguments are written
            nesting soon a         ¦ 8  ¦ expected a time such as 500ms, 2s or 1m, found 'soon' ¦
            nesting 1s             ¦ 11 ¦ expected STATEMENT                              ¦ usage: nesting TIME STATEMENT
            """)
    void an_error_points_at_the_word(String line, int offset, String message, String remedy) {
        assertThatThrownBy(() -> parse(line)).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.text()).isEqualTo(message);
            assertThat(requireNonNull(wrong.place()).offset()).isEqualTo(offset);
            assertThat(wrong.hint()).isEqualTo(remedy);
        });
    }

    /** Columns: what is typed, the options before the first other word, and that word's index. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            a b                            ¦ ``                   ¦ 0
            --fast a --time 1s             ¦ --fast[--fast]       ¦ 1
            --time 1s -n 2 a               ¦ --time[1s] -n[2]     ¦ 4
            --time=1s                      ¦ --time[1s]           ¦ 1
            -x a                           ¦ ``                   ¦ 0
            '--fast' a                     ¦ ``                   ¦ 0
            """)
    void the_program_takes_the_options_before_the_first_other_word(String line, String options, int end) {
        ArgumentParser.Leading leading = ArgumentParser.leading(syntax("plain"), words(line));
        assertThat(options(leading.arguments())).isEqualTo(options);
        assertThat(leading.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            nesting 1s ping hub            ¦ 2
            nesting --fast 1s ping hub     ¦ 3
            nesting --time 2s 1s ping hub  ¦ 4
            nesting --none 1s ping hub     ¦ 3
            nesting 1s --time 2s ping      ¦ 4
            nesting 1s                     ¦ -1
            nesting                        ¦ -1
            nesting --time                 ¦ -1
            """)
    void a_nested_statement_begins_behind_the_operands_before_it(String line, int start) {
        assertThat(ArgumentParser.nestedStart(syntax("nesting"), words(line), 0))
                .isEqualTo(start);
    }

    private static Arguments parse(String line) {
        List<Word> words = words(line);
        return ArgumentParser.parse(syntax(words.get(0).text()), words);
    }

    private static Syntax syntax(String name) {
        Syntax.Builder syntax = Syntax.of(name, Group.SHELL, "a verb of the test")
                .option("--time", "TIME", Kind.DURATION, "a time")
                .flag("--fast", "a flag")
                .option("-n", "N", Kind.TEXT, "a short one")
                .option("--set", "ITEM", Kind.ITEM, "an item");
        return switch (name) {
            case "plain" ->
                syntax.operand("FIRST", Kind.TEXT).optional("SECOND", Kind.TEXT).build();
            case "several" -> syntax.several("FIRST", Kind.TEXT).build();
            case "items" -> syntax.operand("FIRST", Kind.TEXT).items().build();
            case "foreign" -> syntax.operand("FIRST", Kind.TEXT).rest("OTHER").build();
            default ->
                syntax.operand("TIME", Kind.DURATION)
                        .operand("STATEMENT", Kind.STATEMENT)
                        .build();
        };
    }

    private static List<Word> words(String line) {
        return Lexer.read(line).statements().get(0);
    }

    private static String options(Arguments arguments) {
        List<String> found = new ArrayList<>();
        for (String option : OPTIONS) {
            if (arguments.has(option)) {
                found.add(option + "[" + texts(arguments.all(option)).replace('·', ' ') + "]");
            }
        }
        return String.join(" ", found);
    }

    private static String texts(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining("·"));
    }
}
