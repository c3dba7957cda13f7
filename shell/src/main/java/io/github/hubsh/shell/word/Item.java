package io.github.hubsh.shell.word;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request item of a line: {@code x=1}, {@code route[]=e43}, {@code svg=@device.svg}.
 *
 * @param path where the value goes, the argument's name first; empty for {@link Form#EVERYTHING}
 * @param value the value itself, or the file's path; {@code -} is stdin
 * @param word what was typed, for pointing at it
 */
public record Item(Form form, List<Step> path, @Nullable Object value, Word word) {
    /** Where an item's value comes from. */
    public enum Form {
        /** It stood on the line. */
        VALUE,
        TEXT_FILE,
        JSON_FILE,
        /** A file or stdin that holds all arguments. */
        EVERYTHING
    }

    /**
     * One step into a nested argument.
     *
     * @param name a key, or empty for an append
     * @param append whether this is {@code []}
     */
    public record Step(String name, boolean append) {
        public static Step key(String name) {
            return new Step(name, false);
        }

        public static Step end() {
            return new Step("", true);
        }
    }

    /** Returns the file's path of every form but {@link Form#VALUE}. */
    public String file() {
        return String.valueOf(value);
    }

    /**
     * Returns the text behind a plain {@code =}, whose type the parser chooses; {@code null} for every other item, also
     * for a value that comes from another text, such as a variable's name.
     */
    public @Nullable String plainText() {
        int equals = word.indexOfBare('=', 0);
        if (form != Form.VALUE || path.size() != 1 || equals <= 0 || word.isBare(equals - 1, ':')) {
            return null;
        }
        String text = word.text().substring(equals + 1);
        return !word.isBare(equals + 1, '=') && Objects.equals(Scalar.of(text), value) ? text : null;
    }

    /** Returns where the value stands. */
    public Place valuePlace() {
        int equals = word.indexOfBare('=', 0);
        return word.place(form == Form.VALUE && equals > 0 ? equals + 1 : 0);
    }
}
