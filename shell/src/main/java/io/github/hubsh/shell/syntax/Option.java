package io.github.hubsh.shell.syntax;

import io.github.hubsh.shell.word.Counts;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Sizes;
import io.github.hubsh.shell.word.Word;
import java.util.List;

/**
 * An option of a verb or of the program.
 *
 * @param name as it is typed: {@code --timeout}
 * @param valueName as the help shows it: {@code TIME}; empty for a flag
 * @param choices the words that {@link Kind#CHOICE} allows, else empty
 */
public record Option(String name, String valueName, Kind kind, String summary, List<String> choices) {
    public static final String ALL = "--all";
    public static final String DEBUG = "--debug";

    /** How the result is written: every verb takes these, and so does the program. */
    public static final List<Option> FORMATS = List.of(
            new Option("--jq", "EXPR", Kind.TEXT, "write the result of a jq expression", List.of()),
            flag("--json", "write the result as one line of JSON"),
            flag("--jsonl", "the same: one line of JSON per result"),
            flag("--raw", "write the message as it came"),
            flag("--table", "write the result as a table"),
            flag(ALL, "show all rows and columns, however long or wide"),
            flag("--quiet", "write data and errors only"),
            flag(DEBUG, "show the traceback of an error"));

    public static final Option HELP = flag("--help", "show what the verb takes");

    public static Option flag(String name, String summary) {
        return new Option(name, "", Kind.FLAG, summary, List.of());
    }

    public boolean takesValue() {
        return kind != Kind.FLAG;
    }

    /** Refuses a value that cannot be this option's. */
    public void check(Word value) {
        if (value.isOpen()) {
            return;
        }
        if (kind == Kind.DURATION && Durations.parse(value.text()) == null) {
            throw expected(value, "a time such as 500ms, 5s, 2m or 1h");
        }
        if (kind == Kind.SIZE && Sizes.parse(value.text()) == 0) {
            throw expected(value, "a size such as 64m, 512m or 2g");
        }
        if (kind == Kind.COUNT && Counts.parse(value.text()) == 0) {
            throw expected(value, "a whole number from 1");
        }
        if (kind == Kind.CHOICE && !choices.contains(value.text())) {
            throw expected(value, "one of " + String.join(", ", choices));
        }
        if (kind == Kind.URI && !value.text().contains("://")) {
            throw expected(value, "a URI such as tcp://localhost:31000");
        }
        if (value.text().isEmpty() && kind != Kind.TEXT) {
            throw expected(value, "a value");
        }
    }

    private ShellException expected(Word value, String what) {
        return ShellException.at(
                value.place(0), "expected " + what + " for " + name + ", found '" + value.text() + "'");
    }

    /** Returns the option as a usage line shows it: {@code --timeout TIME}. */
    @Override
    public String toString() {
        return takesValue() ? name + " " + valueName : name;
    }
}
