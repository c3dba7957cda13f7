package io.github.hubsh.shell.syntax;

import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Identifiers;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;

/**
 * A word that a verb takes by its position.
 *
 * @param name as the help shows it: {@code TARGET}
 * @param required whether the statement is wrong without it
 * @param repeated whether more of the same may follow
 */
public record Operand(String name, Kind kind, boolean required, boolean repeated) {
    /** Refuses a word that cannot be this operand. */
    public void check(Word word) {
        if (word.isOpen()) {
            return;
        }
        if (word.text().isEmpty()) {
            throw ShellException.at(word.place(0), "expected " + name + ", found an empty text");
        }
        if (kind == Kind.DURATION && Durations.parse(word.text()) == null) {
            throw ShellException.at(
                    word.place(0), "expected a time such as 500ms, 2s or 1m, found '" + word.text() + "'");
        }
        if (kind == Kind.CHOICE && !choices().contains(word.text())) {
            throw ShellException.at(word.place(0), "expected " + anyOf(choices()) + ", found '" + word.text() + "'");
        }
        boolean hub = kind == Kind.URI || (kind == Kind.HUB && !Identifiers.isContext(word.text()));
        if (hub && !word.text().contains("://") && !choices().contains(word.text())) {
            throw ShellException.at(
                    word.place(0), "expected a URI such as tcp://localhost:31000, found '" + word.text() + "'");
        }
    }

    /**
     * Returns the words that {@link Kind#CHOICE} allows: they are its name. Where a word may stand in the place of a
     * file or a URI, it is behind that in the name: {@code FILE|stop}.
     */
    public List<String> choices() {
        List<String> words = List.of(name.split("\\|", -1));
        boolean behind = kind == Kind.FILE || kind == Kind.URI;
        return kind == Kind.CHOICE ? words : behind ? words.subList(1, words.size()) : List.of();
    }

    private static String anyOf(List<String> words) {
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    @Override
    public String toString() {
        String shown = repeated ? name + " …" : name;
        return required ? shown : "[" + shown + "]";
    }
}
