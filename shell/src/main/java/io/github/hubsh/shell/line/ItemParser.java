package io.github.hubsh.shell.line;

import io.github.hubsh.shell.argument.TypedArgument;
import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.Item.Form;
import io.github.hubsh.shell.word.Item.Step;
import io.github.hubsh.shell.word.JsonInput;
import io.github.hubsh.shell.word.Operands;
import io.github.hubsh.shell.word.PythonKind;
import io.github.hubsh.shell.word.PythonSpelling;
import io.github.hubsh.shell.word.Scalar;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A word to a request item. Operators count only where they are not quoted. */
final class ItemParser {
    private final Word word;

    private ItemParser(Word word) {
        this.word = word;
    }

    static Item parse(Word word) {
        return new ItemParser(word).parse();
    }

    private Item parse() {
        if (word.isBare("-")) {
            return new Item(Form.EVERYTHING, List.of(), "-", word);
        }
        if (word.isBare(0, '@')) {
            return new Item(Form.EVERYTHING, List.of(), file(1), word);
        }
        int equals = word.indexOfBare('=', 0);
        if (equals < 0) {
            throw wrong(0, "expected an item such as name=value, found '" + word.text() + "'");
        }
        boolean json = equals > 0 && word.isBare(equals - 1, ':');
        List<Step> path = path(json ? equals - 1 : equals);
        if (word.isBare(equals + 1, '@')) {
            return new Item(json ? Form.JSON_FILE : Form.TEXT_FILE, path, file(equals + 2), word);
        }
        return new Item(Form.VALUE, path, json ? json(equals + 1) : value(equals + 1), word);
    }

    private String file(int from) {
        if (from >= word.text().length()) {
            throw wrong(from, "expected a file name after '@'");
        }
        return word.text().substring(from);
    }

    private @Nullable Object value(int from) {
        if (word.isBare(from, '=')) {
            return word.text().substring(from + 1);
        }
        Word.Inserted inserted = word.insertedFrom(from);
        if (inserted != null) {
            return inserted.value();
        }
        Object value = Scalar.of(word.text().substring(from));
        if (value instanceof Double infinite && infinite.isInfinite()) {
            throw wrong(from, "expected a number that fits a double; == sends the text");
        }
        return value;
    }

    private @Nullable Object json(int from) {
        Word.Inserted inserted = word.insertedFrom(from);
        if (inserted != null || word.isOpen()) {
            return inserted == null ? null : inserted.value();
        }
        String text = word.text().substring(from);
        int open = text.indexOf('(');
        if (open > 0 && TypedArgument.isFunction(text.substring(0, open))) {
            return typed(text, from, open);
        }
        try {
            return JsonInput.parse(
                    text,
                    TypedFunctions.all(),
                    word.insertedIn(from, word.text().length()));
        } catch (JsonInput.WrongJson wrong) {
            ShellException error = wrong(from + wrong.offset(), String.valueOf(wrong.getMessage()));
            String remedy = PythonSpelling.remedy(text, wrong.offset());
            remedy = remedy == null ? PythonKind.nearestFunction(text, wrong.offset()) : remedy;
            throw remedy == null ? error : error.hint(remedy);
        }
    }

    /** Reads {@code series({"e1": 1}, "float32")} and the like. */
    private Object typed(String text, int from, int open) {
        int close = text.length() - 1;
        if (text.charAt(close) != ')') {
            throw wrong(from + text.length(), "expected ')' at the end");
        }
        Operands operands;
        try {
            operands = JsonInput.operands(
                    text.substring(open + 1, close),
                    TypedFunctions.all(),
                    word.insertedIn(from + open + 1, from + close));
        } catch (JsonInput.WrongJson wrong) {
            throw wrong(from + open + 1 + wrong.offset(), String.valueOf(wrong.getMessage()));
        }
        try {
            return TypedArgument.make(text.substring(0, open), operands);
        } catch (IllegalArgumentException unfit) {
            throw wrong(from + open + 1, String.valueOf(unfit.getMessage()));
        }
    }

    private List<Step> path(int end) {
        int bracket = bracket('[', 0, end);
        String name = word.text().substring(0, bracket);
        if (name.isEmpty()) {
            throw wrong(0, "expected the argument's name before '" + word.text().charAt(0) + "'");
        }
        if (bracket == end) {
            return List.of(Step.key(name));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(Step.key(name));
        int at = bracket;
        while (at < end) {
            if (!word.isBare(at, '[')) {
                throw wrong(at, "expected '[' or the value's '=' after ']'");
            }
            int close = bracket(']', at, end);
            if (close == end) {
                throw wrong(end, "expected ']' before the value");
            }
            steps.add(close == at + 1 ? Step.end() : Step.key(word.text().substring(at + 1, close)));
            at = close + 1;
        }
        return steps;
    }

    private int bracket(char c, int from, int end) {
        int index = word.indexOfBare(c, from);
        return index < 0 || index > end ? end : index;
    }

    private ShellException wrong(int index, String message) {
        return ShellException.at(word.place(index), message).hint("help items shows how arguments are written");
    }
}
