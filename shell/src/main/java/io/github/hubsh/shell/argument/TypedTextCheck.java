package io.github.hubsh.shell.argument;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.PythonSpelling;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts behind a plain {@code =} that look like a value of another type in a wrong spelling: {@code save=False},
 * {@code y=.5}, {@code s=series({"a":1})}. Python would take such a text for true, so it is sent with a note only, and
 * not at all where a text was neither published nor seen for that argument.
 */
public final class TypedTextCheck {
    private static final Set<String> OTHER_TYPES = Set.of("boolean", "number", "integer", "object", "array", "null");

    private final Arguments arguments;
    private final Session session;

    private TypedTextCheck(Arguments arguments, Session session) {
        this.arguments = arguments;
        this.session = session;
    }

    /**
     * Checks a request's items: {@code TARGET COMMAND [ITEM …]}.
     *
     * @throws ShellException USAGE, pointing at the first text that its argument cannot be
     */
    public static void check(Arguments arguments, Session session) {
        for (Item item : arguments.items()) {
            if (item.form() == Item.Form.VALUE && item.value() instanceof String text) {
                new TypedTextCheck(arguments, session).check(item, text);
            }
        }
    }

    /** Says a note for each such text of items that are no request's. */
    public static void tell(List<Item> items, Display display) {
        for (Item item : items) {
            MeantValue meant = item.value() instanceof String text ? MeantValue.of(item, text) : null;
            if (meant != null) {
                display.say(MessageLevel.NOTE, "note: " + meant.note());
            }
        }
    }

    private void check(Item item, String text) {
        List<String> expected = isChecked() ? expected(item) : List.of();
        MeantValue meant = MeantValue.of(item, text);
        if (meant == null && expected.contains("boolean")) {
            meant = MeantValue.ofAnswer(item, text);
        }
        if (meant == null) {
            return;
        }
        if (!expected.isEmpty()) {
            throw ShellException.at(
                            item.valuePlace(),
                            item.path().get(0).name() + ": expected " + SchemaCoercion.named(expected)
                                    + ", found the text '" + text + "'")
                    .hint("write " + meant.spelling(expected) + "; --no-check sends the text");
        }
        session.io().display().say(MessageLevel.NOTE, "note: " + meant.note());
    }

    private boolean isChecked() {
        return !arguments.has("--no-check") && session.memory().preferences().isChecking();
    }

    /** Returns the types that were published or seen, if a text is not among them. */
    private List<String> expected(Item item) {
        KnownCommand command = session.memory().catalog().atHand(arguments.operand(0), arguments.operand(1));
        KnownArgument known =
                command == null ? null : command.argument(item.path().get(0).name());
        if (known == null || item.path().size() > 1) {
            return List.of();
        }
        List<String> types = known.schema().types();
        boolean other = types.stream().allMatch(type -> OTHER_TYPES.contains(type) || ValueKind.isPython(type));
        return other ? new ArrayList<>(types) : List.of();
    }

    /**
     * What a text was probably meant as.
     *
     * @param note says what the text is, and how to write the value
     * @param spelling the item with the value
     */
    record MeantValue(String note, String spelling) {
        /** Returns the item with the value, an object or a list as what is expected: {@code s:=series({"a":1})}. */
        String spelling(List<String> expected) {
            int json = spelling.indexOf(":=");
            char first = json < 0 || json + 2 == spelling.length() ? ' ' : spelling.charAt(json + 2);
            String function = expected.size() == 1 ? function(expected.get(0), first) : null;
            return function == null
                    ? spelling
                    : spelling.substring(0, json + 2) + function + "(" + spelling.substring(json + 2) + ")";
        }

        private static @Nullable String function(String kind, char first) {
            return switch (kind) {
                case "Series" -> first == '{' || first == '[' ? "series" : null;
                case "DataFrame" -> first == '{' || first == '[' ? "frame" : null;
                case "ndarray" -> first == '[' ? "array" : null;
                case "tuple", "set", "frozenset" -> first == '[' ? kind : null;
                default -> null;
            };
        }

        static @Nullable MeantValue of(Item item, String text) {
            int equals = item.word().indexOfBare('=', 0);
            boolean plain = equals > 0
                    && !item.word().isBare(equals - 1, ':')
                    && !item.word().isBare(equals + 1, '=')
                    && item.word().insertedFrom(equals + 1) == null;
            String name = plain ? item.word().text().substring(0, equals) : "";
            return plain ? of(name, text, typed(item.word(), equals + 1, text)) : null;
        }

        /** Returns the boolean that a word such as {@code yes} means where one is expected. */
        static @Nullable MeantValue ofAnswer(Item item, String text) {
            String name =
                    item.word().text().substring(0, Math.max(0, item.word().indexOfBare('=', 0)));
            return switch (text) {
                case "yes", "on" -> named(name, text, "the boolean", "=true");
                case "no", "off" -> named(name, text, "the boolean", "=false");
                default -> null;
            };
        }

        private static @Nullable MeantValue of(String name, String text, String typed) {
            if (text.endsWith("\r")) {
                String without = name + "=" + text.substring(0, text.length() - 1);
                return new MeantValue(name + " ends with a carriage return; without it: " + without, without);
            }
            String word = PythonSpelling.word(text);
            if (word != null) {
                return named(name, text, word.equals("null") ? "null" : "the boolean", "=" + word);
            }
            String number = PythonSpelling.number(text);
            if (number != null) {
                return named(name, text, "the number", "=" + number);
            }
            String noNumber = PythonSpelling.noNumber(text);
            if (noNumber != null) {
                return named(name, text, "the number", ":=" + noNumber);
            }
            String kind = container(text);
            return kind == null ? null : named(name, text, kind, ":=" + typed);
        }

        /** Returns the value with the quotes in it that the line drops: {@code {"a":1}}. */
        private static String typed(Word word, int from, String text) {
            String typed = word.line().substring(word.place(from).offset(), word.end());
            boolean whole = !text.isEmpty() && !typed.isEmpty() && typed.indexOf('\\') < 0;
            return whole && typed.charAt(0) == text.charAt(0) && typed.endsWith(text.substring(text.length() - 1))
                    ? typed
                    : text;
        }

        private static MeantValue named(String name, String text, String kind, String value) {
            String note = name + "=" + text + " is the text '" + text + "'; " + kind + " is " + name + value;
            return new MeantValue(note, name + value);
        }

        private static @Nullable String container(String text) {
            if (text.length() < 2) {
                return null;
            }
            char last = text.charAt(text.length() - 1);
            int open = text.indexOf('(');
            if (last == ')' && open > 0 && TypedArgument.isFunction(text.substring(0, open))) {
                return "the value";
            }
            char first = text.charAt(0);
            return first == '{' && last == '}' ? "the object" : first == '[' && last == ']' ? "the list" : null;
        }
    }
}
