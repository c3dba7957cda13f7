package io.github.hubsh.shell.command;

/**
 * A word that a verb takes by its position.
 *
 * @param name as the help shows it: {@code TARGET}
 * @param required whether the statement is wrong without it
 */
public record Operand(String name, Kind kind, boolean required) {
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
        if (kind == Kind.URI && !word.text().contains("://")) {
            throw ShellException.at(
                    word.place(0), "expected a URI such as tcp://localhost:31000, found '" + word.text() + "'");
        }
    }

    @Override
    public String toString() {
        return required ? name : "[" + name + "]";
    }
}
