package io.github.hubsh.shell.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows a verb. */
final class ArgumentsTest {
    private final Arguments arguments = arguments("pump fill", "--count=5 --count=7 --for=1m --rotate=2k --quiet");

    @Test
    void an_operand_may_be_left_out() {
        assertThat(arguments.operandCount()).isEqualTo(2);
        assertThat(arguments.operand(1)).isEqualTo("fill");
        assertThat(arguments.optionalOperand(1)).isEqualTo("fill");
        assertThat(arguments.optionalOperand(2)).isNull();
        assertThat(arguments.operandWord(0).text()).isEqualTo("pump");
        assertThat(arguments.operandsFrom(1)).extracting(Word::text).containsExactly("fill");
        assertThat(arguments.operandsFrom(2)).isEmpty();
    }

    @Test
    void the_last_of_several_values_counts() {
        assertThat(arguments.text("--count")).isEqualTo("7");
        assertThat(requireNonNull(arguments.word("--count")).text()).isEqualTo("7");
        assertThat(arguments.count("--count", 1)).isEqualTo(7);
        assertThat(arguments.all("--count")).extracting(Word::text).containsExactly("5", "7");
        assertThat(arguments.duration("--for")).isEqualTo(Duration.ofMinutes(1));
        assertThat(arguments.size("--rotate")).isEqualTo(2L << 10);
    }

    @Test
    void an_option_may_be_left_out() {
        assertThat(arguments.has("--quiet")).isTrue();
        assertThat(arguments.has("--other")).isFalse();
        assertThat(arguments.text("--other")).isNull();
        assertThat(arguments.word("--other")).isNull();
        assertThat(arguments.count("--other", 3)).isEqualTo(3);
        assertThat(arguments.all("--other")).isEmpty();
        assertThat(arguments.duration("--other")).isNull();
        assertThat(arguments.size("--other")).isNull();
        assertThat(arguments.items("--other")).isEmpty();
    }

    @Test
    void a_further_flag_leaves_the_others() {
        Arguments more = arguments.with("--other", word("--other"));

        assertThat(more.has("--other")).isTrue();
        assertThat(more.count("--count", 1)).isEqualTo(7);
        assertThat(arguments.has("--other")).isFalse();
    }

    /**
     * Columns: the items, where {@code *} holds all arguments; an argument, and the number of the item that said it
     * last.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a b c | b | 1
            a b b | b | 2
            a * b | b | 2
            b *   | b | 1
            a *   | b | 1
            a c   | b |
            """)
    void the_item_that_said_an_argument_last_is_found(String items, String argument, @Nullable Integer index) {
        List<Item> typed =
                Arrays.stream(items.split(" ", -1)).map(ArgumentsTest::item).toList();
        Arguments given = new Arguments(List.of(), typed, Map.of(), Map.of("--content", typed));

        assertThat(given.item(argument)).isSameAs(index == null ? null : typed.get(index));
        assertThat(given.items()).isEqualTo(typed);
        assertThat(given.items("--content")).isEqualTo(typed);
    }

    private static Item item(String text) {
        return text.equals("*")
                ? new Item(Item.Form.EVERYTHING, List.of(), "-", word("@-"))
                : new Item(Item.Form.VALUE, List.of(Item.Step.key(text)), 1L, word(text + "=1"));
    }

    private static Arguments arguments(String operands, String options) {
        Map<String, List<Word>> values = new LinkedHashMap<>();
        for (String option : options.split(" ", -1)) {
            String name = option.replaceFirst("=.*", "");
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(word(option.substring(option.indexOf('=') + 1)));
        }
        return new Arguments(
                Arrays.stream(operands.split(" ", -1)).map(ArgumentsTest::word).toList(), List.of(), values);
    }

    private static Word word(String text) {
        return new Word(text, text, new int[text.length()], new boolean[text.length()], 0, text.length());
    }
}
