package io.github.hubsh.shell.session;

import io.github.hubsh.shell.word.Counts;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.Sizes;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What follows a verb: operands, items and options, all checked against its syntax. */
public final class Arguments {
    private final List<Word> operands;
    private final List<Item> items;
    private final Map<String, List<Word>> options;
    private final Map<String, List<Item>> optionItems;

    /**
     * Takes what the parser has checked.
     *
     * @param options the values of each option in the order typed; for a flag the option's own word
     */
    public Arguments(List<Word> operands, List<Item> items, Map<String, List<Word>> options) {
        this(operands, items, options, Map.of());
    }

    /**
     * Takes what the parser has checked.
     *
     * @param optionItems the items of each option whose values are items
     */
    public Arguments(
            List<Word> operands,
            List<Item> items,
            Map<String, List<Word>> options,
            Map<String, List<Item>> optionItems) {
        this.operands = operands;
        this.items = items;
        this.options = options;
        this.optionItems = optionItems;
    }

    public String operand(int index) {
        return operands.get(index).text();
    }

    /** Returns the operand, or {@code null} where it was left out. */
    public @Nullable String optionalOperand(int index) {
        return index < operands.size() ? operand(index) : null;
    }

    public int operandCount() {
        return operands.size();
    }

    /** Returns the word itself, for pointing at it. */
    public Word operandWord(int index) {
        return operands.get(index);
    }

    /** Returns the operands from {@code index} on, for a verb whose last operand is a statement. */
    public List<Word> operandsFrom(int index) {
        return operands.subList(index, operands.size());
    }

    public List<Item> items() {
        return items;
    }

    /** Returns the values of an option that are items, in the order typed. */
    public List<Item> items(String option) {
        return optionItems.getOrDefault(option, List.of());
    }

    /** Returns the item that said an argument last, or the last one that held all arguments; {@code null} for none. */
    public @Nullable Item item(String argument) {
        Item found = null;
        for (Item item : items) {
            if (item.form() == Item.Form.EVERYTHING || item.path().get(0).name().equals(argument)) {
                found = item;
            }
        }
        return found;
    }

    /** Returns the same with a further flag. */
    public Arguments with(String flag, Word word) {
        Map<String, List<Word>> more = new LinkedHashMap<>(options);
        more.put(flag, List.of(word));
        return new Arguments(operands, items, more, optionItems);
    }

    public boolean has(String option) {
        return options.containsKey(option);
    }

    /** Returns an option's value as typed, the last one if there are more, or {@code null}. */
    public @Nullable String text(String option) {
        Word word = word(option);
        return word == null ? null : word.text();
    }

    public @Nullable Word word(String option) {
        List<Word> words = options.get(option);
        return words == null ? null : words.get(words.size() - 1);
    }

    /** Returns all values of an option that may be repeated, in the order typed. */
    public List<Word> all(String option) {
        List<Word> words = options.get(option);
        return words == null ? List.of() : words;
    }

    /** Returns a number of bytes, or {@code null} where the option was left out. */
    public @Nullable Long size(String option) {
        String text = text(option);
        return text == null ? null : Sizes.parse(text);
    }

    public @Nullable Duration duration(String option) {
        String text = text(option);
        return text == null ? null : Durations.parse(text);
    }

    /** Returns a count option's value, or {@code otherwise}. */
    public int count(String option, int otherwise) {
        String text = text(option);
        return text == null ? otherwise : Counts.parse(text);
    }
}
