package io.github.hubsh.shell.word;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON that a person typed, read so that an error can point at the very character and say what was expected there; what
 * peers send is read by {@code core}, which has no line to point into. Between the parentheses of a function such as
 * {@code series(…)} Python's spelling counts too: {@code {37: True}}, single quotes, None, NaN. Where functions are
 * given, each may stand for a value, within others too. A value that a reference brought is that value where it stands
 * as a whole element or key, and its plain text within a quoted text.
 */
public final class JsonInput {
    private static final int MAX_DEPTH = 200;
    private static final String ESCAPES = "one of \" \\ / b f n r t u after '\\'";

    private final String text;
    private final @Nullable ValueFunctions functions;
    private final List<Word.Inserted> inserted;

    // Mutable state
    private boolean python;
    private int at;
    private int depth;

    private JsonInput(String text, boolean python, @Nullable ValueFunctions functions, List<Word.Inserted> inserted) {
        this.text = text;
        this.python = python;
        this.functions = functions;
        this.inserted = inserted;
    }

    /** What is wrong at {@link #offset()}; the message says what was expected. */
    public static final class WrongJson extends Exception {
        private static final long serialVersionUID = 1L;
        private final int offset;

        WrongJson(int offset, String message) {
            super(message);
            this.offset = offset;
        }

        /** Returns the offset in the text, in chars from 0. */
        public int offset() {
            return offset;
        }
    }

    /** Reads one value: LinkedHashMap, ArrayList, String, Long, BigInteger, Double, Boolean or {@code null}. */
    public static @Nullable Object parse(String text) throws WrongJson {
        return parse(text, null, List.of());
    }

    /**
     * As {@link #parse(String)}, with functions that make values of other types.
     *
     * @param inserted values whose texts stand in the text, in their order
     */
    public static @Nullable Object parse(String text, @Nullable ValueFunctions functions, List<Word.Inserted> inserted)
            throws WrongJson {
        JsonInput reader = new JsonInput(text, false, functions, inserted);
        Object value = reader.value();
        reader.blanks();
        if (reader.at < text.length()) {
            throw reader.expected("the end of the JSON value");
        }
        return value;
    }

    /**
     * Reads the operands of a function, also {@code name=value}; there JSON and Python's spelling of it are the same.
     */
    public static Operands operands(String text) throws WrongJson {
        return operands(text, null, List.of());
    }

    /** As {@link #operands(String)}, with functions that may stand within, and with values as in {@link #parse}. */
    public static Operands operands(String text, @Nullable ValueFunctions functions, List<Word.Inserted> inserted)
            throws WrongJson {
        JsonInput reader = new JsonInput(text, true, functions, inserted);
        Operands operands = reader.operands('\0');
        if (reader.at < text.length()) {
            throw reader.expected("',' or ')'"); // a NUL that was typed
        }
        return operands;
    }

    /** Reads operands up to the char that ends them, which stays. */
    private Operands operands(char end) throws WrongJson {
        Operands operands = new Operands(new ArrayList<>(), new LinkedHashMap<>());
        blanks();
        boolean more = peek() != end;
        while (more) {
            blanks();
            int nameEnd = PythonSpelling.nameEnd(text, at);
            if (nameEnd > at) {
                String name = text.substring(at, nameEnd);
                at = text.indexOf('=', nameEnd) + 1;
                operands.named().put(name, value());
            } else {
                operands.positional().add(value());
            }
            blanks();
            more = peek() != end;
            if (more) {
                comma("')'");
            }
        }
        return operands;
    }

    /** Reads {@code name(…)}; the caller has seen that it is a function. */
    private Object made(ValueFunctions known, String name) throws WrongJson {
        int start = at;
        boolean around = python;
        python = true;
        at += name.length();
        enter();
        Operands operands = operands(')');
        closes(')');
        python = around;
        try {
            return known.make(name, operands);
        } catch (IllegalArgumentException unfit) {
            throw new WrongJson(start, String.valueOf(unfit.getMessage()));
        }
    }

    private String functionName() {
        int end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.startsWith("(", end) ? text.substring(at, end) : "";
    }

    private @Nullable Object value() throws WrongJson {
        blanks();
        Word.Inserted brought = brought();
        if (brought != null) {
            at = brought.to();
            return brought.value();
        }
        char c = peek();
        if (c == '{') {
            return object();
        }
        if (c == '[') {
            return array();
        }
        if (isQuote(c)) {
            return string();
        }
        return literal();
    }

    /**
     * Returns the value that a reference brought and that the next element is; {@code null} where it is more or less.
     */
    private Word.@Nullable Inserted brought() {
        Word.Inserted here = startingHere();
        if (here == null) {
            return null;
        }
        int next = here.to();
        while (next < text.length() && isBlank(text.charAt(next))) {
            next++;
        }
        return next == text.length() || ",:]})".indexOf(text.charAt(next)) >= 0 ? here : null;
    }

    private Word.@Nullable Inserted startingHere() {
        for (Word.Inserted each : inserted) {
            if (each.from() == at && each.to() > at) {
                return each;
            }
        }
        return null;
    }

    private boolean isQuote(char c) {
        return c == '"' || (python && c == '\'');
    }

    private Map<@Nullable Object, @Nullable Object> object() throws WrongJson {
        Map<@Nullable Object, @Nullable Object> object = new LinkedHashMap<>();
        enter();
        if (closes('}')) {
            return object;
        }
        while (true) {
            Object key = key();
            blanks();
            if (peek() != ':') {
                throw expected("':' after the key");
            }
            at++;
            object.put(key, value());
            if (closes('}')) {
                return object;
            }
            comma("'}'");
            if (python && closes('}')) {
                return object;
            }
        }
    }

    private @Nullable Object key() throws WrongJson {
        blanks();
        Word.Inserted brought = brought();
        if (brought != null) {
            return hashable(brought);
        } else if (!python && peek() != '"') {
            throw expected("a key in double quotes");
        }
        return isQuote(peek()) ? string() : literal();
    }

    private @Nullable Object hashable(Word.Inserted key) throws WrongJson {
        Object value = key.value();
        if (value instanceof Map || (value instanceof List && !(value instanceof Tuple))) {
            throw new WrongJson(at, "expected a key that Python can hash, such as a text or a number");
        }
        at = key.to();
        return value;
    }

    private List<@Nullable Object> array() throws WrongJson {
        List<@Nullable Object> array = new ArrayList<>();
        enter();
        if (closes(']')) {
            return array;
        }
        while (true) {
            array.add(value());
            if (closes(']')) {
                return array;
            }
            comma("']'");
            if (python && closes(']')) {
                return array;
            }
        }
    }

    private void enter() throws WrongJson {
        if (++depth > MAX_DEPTH) {
            throw new WrongJson(at, "expected at most " + MAX_DEPTH + " levels of brackets");
        }
        at++;
    }

    private boolean closes(char bracket) {
        blanks();
        if (peek() != bracket) {
            return false;
        }
        depth--;
        at++;
        return true;
    }

    private void comma(String orElse) throws WrongJson {
        if (peek() != ',') {
            throw expected("',' or " + orElse);
        }
        at++;
    }

    private @Nullable Object literal() throws WrongJson {
        int numberEnd = Scalar.numberEnd(text, at);
        if (numberEnd > at) {
            Object number = Scalar.number(text.substring(at, numberEnd));
            if (number instanceof Double infinite && infinite.isInfinite()) {
                throw expected("a number that fits a double");
            }
            at = numberEnd;
            return number;
        }
        for (String word : List.of("true", "false", "null")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return Scalar.of(word);
            }
        }
        int end = python ? PythonSpelling.literalEnd(text, at) : at;
        if (end > at) {
            Object value = PythonSpelling.literal(text.substring(at, end));
            at = end;
            return value;
        }
        ValueFunctions known = functions;
        String name = known == null ? "" : functionName();
        if (known != null && !name.isEmpty() && known.has(name)) {
            return made(known, name);
        }
        throw expected("a JSON value");
    }

    private String string() throws WrongJson {
        int opening = at++;
        char quote = text.charAt(opening);
        StringBuilder string = new StringBuilder();
        while (at < text.length()) {
            Word.Inserted within = startingHere();
            if (within != null) {
                string.append(Json.text(within.value()));
                at = within.to();
                continue;
            }
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                return string.toString();
            }
            if (c < ' ') {
                throw new WrongJson(at, "expected \\n, \\t or \\u00XX for a control character in a JSON string");
            }
            string.append(c == '\\' ? escaped() : c);
            at++;
        }
        throw new WrongJson(opening, "expected a closing '" + quote + "' for this string");
    }

    private char escaped() throws WrongJson {
        at++;
        return switch (peek()) {
            case '"', '\\', '/' -> peek();
            case '\'' -> {
                if (!python) {
                    throw expected(ESCAPES);
                }
                yield '\'';
            }
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw expected(ESCAPES);
        };
    }

    private char unicode() throws WrongJson {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            at++;
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw expected("four hexadecimal digits after \\u");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private void blanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return " \t\r\n".indexOf(c) >= 0;
    }

    /** Returns the next char, or NUL at the end: no JSON text has one outside of a string. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private WrongJson expected(String what) {
        String found = at < text.length() ? "'" + new String(Character.toChars(text.codePointAt(at))) + "'" : "the end";
        return new WrongJson(at, "expected " + what + ", found " + found);
    }
}
