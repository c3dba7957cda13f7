package io.github.hubsh.shell.line;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Operand;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words after a verb, or the program's own options, to arguments that fit the syntax. */
public final class ArgumentParser {
    private final Syntax syntax;
    private final List<Word> words;
    private final List<Word> operands = new ArrayList<>(2);
    private final List<Item> items = new ArrayList<>();
    private final Map<String, List<Word>> options = new LinkedHashMap<>();
    private final Map<String, List<Item>> optionItems = new LinkedHashMap<>();

    // Mutable state
    private int at;

    private ArgumentParser(Syntax syntax, List<Word> words, int from) {
        this.syntax = syntax;
        this.words = words;
        this.at = from;
    }

    /** Parses what follows the verb, which is the first word. */
    static Arguments parse(Syntax syntax, List<Word> words) {
        ArgumentParser parser = new ArgumentParser(syntax, words, 1);
        parser.everything();
        return new Arguments(parser.operands, parser.items, parser.options, parser.optionItems);
    }

    /** Options that stand before the first other word, and that word's index. */
    record Leading(Arguments arguments, int end) {}

    static Leading leading(Syntax syntax, List<Word> words) {
        ArgumentParser parser = new ArgumentParser(syntax, words, 0);
        while (parser.at < words.size() && parser.atOption()) {
            parser.option();
        }
        return new Leading(new Arguments(List.of(), List.of(), parser.options), parser.at);
    }

    /** Returns the index of the word that the statement behind a verb begins with, or -1 where there is none yet. */
    public static int nestedStart(Syntax syntax, List<Word> words, int verb) {
        int operands = syntax.operands().size() - 1;
        for (int i = verb + 1; i < words.size(); i++) {
            Word word = words.get(i);
            Option option = word.startsBare("--") ? syntax.option(word.text()) : null;
            if (option != null && option.takesValue()) {
                i++;
            } else if (!word.startsBare("--") && operands-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private void everything() {
        boolean optionsEnded = false;
        while (at < words.size()) {
            if (syntax.isForeign(operands.size())) {
                operands.add(words.get(at++));
            } else if (!optionsEnded && words.get(at).isBare("--")) {
                optionsEnded = true;
                at++;
            } else if (!optionsEnded && atOption()) {
                option();
            } else {
                operandOrItem(words.get(at++));
            }
        }
        if (operands.size() < syntax.operands().size()) {
            Operand missing = syntax.operands().get(operands.size());
            if (missing.required() && !options.containsKey(Option.HELP.name())) {
                throw ShellException.at(words.get(at - 1).after(), "expected " + missing.name())
                        .hint("usage: " + syntax.usage());
            }
        }
    }

    private void operandOrItem(Word word) {
        Operand operand = syntax.operand(operands.size());
        if (operand != null) {
            if (syntax.items() && word.indexOfBare('=', 0) >= 0) {
                throw ShellException.at(word.place(0), "expected " + operand.name() + " before '" + word.text() + "'")
                        .hint("usage: " + syntax.usage());
            }
            if (operand.kind() == Kind.STATEMENT) {
                at--;
                statement();
                return;
            }
            operand.check(word);
            operands.add(word);
        } else if (syntax.items()) {
            items.add(ItemParser.parse(word));
        } else {
            throw ShellException.at(word.place(0), "expected no further word, found '" + word.text() + "'")
                    .hint("usage: " + syntax.usage());
        }
    }

    /** Takes the statement up to the end of the words, and the options of this verb that stand behind it. */
    private void statement() {
        int from = at;
        OuterOptions outer = OuterOptions.in(syntax, words.subList(from, words.size()), Set.copyOf(options.keySet()));
        while (at < words.size()) {
            if (outer.at(at - from) != null) {
                option();
            } else {
                operands.add(words.get(at++));
            }
        }
    }

    private boolean atOption() {
        Word word = words.get(at);
        return word.text().length() == 2 ? isShort(word) : word.startsBare("--");
    }

    private boolean isShort(Word word) {
        return word.isBare(0, '-') && !word.isBare(1, '-') && syntax.option(word.text()) != null;
    }

    private void option() {
        Word word = words.get(at++);
        int equals = word.indexOfBare('=', 0);
        String name = equals < 0 ? word.text() : word.text().substring(0, equals);
        Option option = syntax.option(name);
        if (option == null) {
            throw unknown(word, name);
        }
        List<Word> values = options.get(name);
        if (values == null) {
            values = new ArrayList<>(1);
            options.put(name, values);
        }
        Word value = value(option, word, equals);
        values.add(value);
        if (option.kind() == Kind.ITEM) {
            List<Item> parsed = optionItems.getOrDefault(name, new ArrayList<>(1));
            parsed.add(ItemParser.parse(value));
            optionItems.put(name, parsed);
        }
    }

    private Word value(Option option, Word word, int equals) {
        if (!option.takesValue()) {
            if (equals >= 0) {
                throw ShellException.at(word.place(equals), "expected no value for " + option.name());
            }
            return word;
        }
        Word value = equals >= 0 ? word.from(equals + 1) : next(option, word);
        option.check(value);
        return value;
    }

    private Word next(Option option, Word word) {
        if (at >= words.size() || words.get(at).startsBare("--")) {
            throw ShellException.at(word.after(), "expected " + option.valueName() + " after " + option.name());
        }
        return words.get(at++);
    }

    private ShellException unknown(Word word, String name) {
        ShellException wrong = ShellException.at(word.place(0), "there is no option " + name + " for " + syntax.name());
        String hint = Suggestion.of(name, syntax.optionNames());
        return wrong.hint(hint != null ? hint : "its options: " + String.join(" ", syntax.optionNames()));
    }
}
