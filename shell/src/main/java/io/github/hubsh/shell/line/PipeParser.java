package io.github.hubsh.shell.line;

import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.word.ItemText;
import io.github.hubsh.shell.word.Scalar;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words between two {@code |} to a filter. */
final class PipeParser {
    private static final String HELP = "help filters shows them all";

    private PipeParser() {}

    /** Parses a filter; {@code operator} is the word before it. */
    static Pipe parse(Word operator, List<Word> words) {
        if (words.isEmpty()) {
            throw ShellException.at(operator.after(), "expected a filter after '|'")
                    .hint(HELP);
        }
        Word name = words.get(0);
        Pipe.Kind kind = kind(name, words);
        List<Word> operands = words.subList(1, words.size());
        return new Pipe(
                kind,
                name,
                switch (kind) {
                    case SYSTEM -> List.of(command(name));
                    case SELECT -> keys(name, operands);
                    case EXECUTE -> request(words);
                    default -> operands(kind, name, operands);
                });
    }

    private static Word command(Word word) {
        int from = 1;
        while (from < word.text().length() && word.text().charAt(from) == ' ') {
            from++;
        }
        if (word.text().substring(from).isBlank()) {
            throw ShellException.at(word.place(word.text().length()), "expected a command of the operating system");
        }
        return word.from(from);
    }

    /** Finds what is wrong with a request before anything is sent; what it refers to is known only when it runs. */
    private static List<Word> request(List<Word> words) {
        if (words.stream().noneMatch(PipeParser::takesResult)) {
            throw ShellException.at(words.get(0).place(0), "expected the result, $_, in this request")
                    .hint(withResult(VerbTable.find(words.get(0).text()), words));
        }
        Statement unused = LineParser.statement(words);
        return List.copyOf(words);
    }

    private static boolean takesResult(Word word) {
        return word.references().stream().anyMatch(reference -> reference.name().equals("_"));
    }

    /**
     * Returns the places of the words that are for a request behind a {@code |}: what they refer to is looked up for
     * each result, and not when the statement begins.
     */
    static BitSet ofRequests(List<Word> words) {
        BitSet found = new BitSet();
        boolean request = false;
        for (int i = 0; i < words.size(); i++) {
            if (StatementParser.isOperator(words.get(i))) {
                request = words.get(i).isBare("|")
                        && i + 1 < words.size()
                        && Pipe.Kind.of(words.get(i + 1)) == Pipe.Kind.EXECUTE;
            } else if (request) {
                found.set(i);
            }
        }
        return found;
    }

    private static Pipe.Kind kind(Word name, List<Word> words) {
        Pipe.Kind named = Pipe.Kind.of(name);
        if (named != null) {
            return named;
        }
        List<String> known =
                Arrays.stream(Pipe.Kind.values()).map(Pipe.Kind::word).toList();
        Verb verb = VerbTable.find(name.text());
        String hint = verb == null
                ? Suggestion.of(name.text(), known)
                : "a verb takes the result as $_:  … ; " + withResult(verb, words);
        throw ShellException.at(name.place(0), "there is no filter '" + name.text() + "'")
                .hint(hint != null ? hint : HELP);
    }

    /** Returns the words of a statement with the result in the place where it is meant to be. */
    private static String withResult(@Nullable Verb verb, List<Word> words) {
        StringBuilder statement = new StringBuilder();
        boolean placed = false;
        for (Word word : words) {
            int equals = word.indexOfBare('=', 0);
            boolean result = word.text().substring(equals + 1).matches("-|\\$?_");
            String name = word.text().substring(0, Math.max(equals, 0)).replaceAll("[:=]+$", "");
            String text = equals < 0 ? "" : ItemText.quoteName(name) + "=";
            statement.append(statement.length() == 0 ? "" : " ").append(result ? text + "$_" : WordText.of(word));
            placed |= result || word.text().contains("$_");
        }
        boolean items = verb != null && verb.syntax().items();
        return placed
                ? statement.toString()
                : statement.append(items ? " NAME=$_" : " $_").toString();
    }

    private static List<Word> operands(Pipe.Kind kind, Word name, List<Word> words) {
        boolean takesOne = !kind.operand().isEmpty();
        if (takesOne && words.isEmpty()) {
            throw ShellException.at(name.after(), "expected " + kind.operand() + " after " + kind.word());
        }
        if (words.size() > (takesOne ? 1 : 0)) {
            Word further = words.get(takesOne ? 1 : 0);
            throw ShellException.at(further.place(0), "expected no further word, found '" + further.text() + "'")
                    .hint(takesOne ? "quote an expression that has blanks: " + kind.word() + " '…'" : HELP);
        }
        if (takesOne) {
            check(kind, words.get(0));
        }
        return words;
    }

    private static void check(Pipe.Kind kind, Word word) {
        if (word.isOpen()) {
            return;
        }
        if (kind == Pipe.Kind.HEAD && head(word) < 0) {
            throw ShellException.at(word.place(0), "expected a whole number for head, found '" + word.text() + "'");
        }
        if (word.text().isBlank()) {
            throw ShellException.at(word.place(0), "expected " + kind.operand() + ", found an empty text");
        }
    }

    private static long head(Word word) {
        return Scalar.of(word.text()) instanceof Long number ? number : -1;
    }

    /** Keys are separated by commas, by blanks, or by both. */
    private static List<Word> keys(Word name, List<Word> words) {
        List<Word> keys = new ArrayList<>();
        for (Word word : words) {
            int from = 0;
            for (int comma = word.indexOfBare(',', 0); comma >= 0; comma = word.indexOfBare(',', from)) {
                addKey(keys, word.part(from, comma));
                from = comma + 1;
            }
            addKey(keys, word.from(from));
        }
        if (keys.isEmpty()) {
            throw ShellException.at(name.after(), "expected KEY,… after select");
        }
        return keys;
    }

    private static void addKey(List<Word> keys, Word key) {
        if (!key.text().isEmpty()) {
            keys.add(key);
        }
    }
}
