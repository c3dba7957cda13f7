package io.github.hubsh.shell.line;

import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the options of a verb behind the statement that it holds: those that the verb of the statement does not have,
 * and the last {@code --count} and {@code --for}, unless they stand before the statement already: without them the verb
 * would run endlessly. Behind a filter or a file there are no others.
 */
public final class OuterOptions {
    private static final Set<String> LIMITS = Set.of("--count", "--for");

    private final Syntax outer;
    private final @Nullable Syntax inner;
    private final List<Word> words;
    private final Set<String> given;

    /** Where the words of the statement's verb end: at an operator, or at the end of all. */
    private final int verbEnd;

    /** Where {@code --} says that no more options follow, or the end of all. */
    private final int end;

    private OuterOptions(Syntax outer, List<Word> words, Set<String> given) {
        this.outer = outer;
        this.words = words;
        this.given = given;
        this.inner = verb(words);
        this.verbEnd = first(words, StatementParser::isOperator);
        this.end = first(words, word -> word.isBare("--"));
    }

    /**
     * Looks at the words of a statement, from its first one on.
     *
     * @param given the options of the outer verb that stand before it
     */
    static OuterOptions in(Syntax outer, List<Word> statement, Set<String> given) {
        return new OuterOptions(outer, statement, given);
    }

    /** Returns the words of a statement without the options of the verb around it, and their values. */
    public static List<Word> without(Syntax outer, List<Word> statement) {
        OuterOptions options = in(outer, statement, Set.of());
        List<Word> inner = new ArrayList<>(statement.size());
        for (int i = 0; i < statement.size(); i++) {
            Option option = options.at(i);
            if (option == null) {
                inner.add(statement.get(i));
            } else if (option.takesValue() && statement.get(i).indexOfBare('=', 0) < 0) {
                i++;
            }
        }
        return inner;
    }

    /** Returns the option of the outer verb that stands last and waits for its value, or {@code null}. */
    public static @Nullable Option waiting(Syntax outer, List<Word> statement) {
        int last = statement.size() - 1;
        Option option = last < 0 || statement.get(last).indexOfBare('=', 0) >= 0
                ? null
                : in(outer, statement, Set.of()).at(last);
        return option != null && option.takesValue() ? option : null;
    }

    /** Returns the options of the outer verb that may follow the words of the statement's verb. */
    public static List<Option> offered(Syntax outer, List<Word> statement) {
        OuterOptions options = in(outer, statement, Set.of());
        return outer.options().stream()
                .filter(option -> !options.isOfInner(option))
                .toList();
    }

    /** Returns the option of the outer verb at an index of the statement's words, or {@code null}. */
    @Nullable
    Option at(int index) {
        Word word = words.get(index);
        if (index >= end || !word.startsBare("--")) {
            return null;
        }
        int equals = word.indexOfBare('=', 0);
        Option option = own(equals < 0 ? word.text() : word.text().substring(0, equals));
        boolean ofInner = option != null && index < verbEnd && isOfInner(option) && !isLimit(option, index);
        return ofInner ? null : option;
    }

    /** Returns whether this is what ends the outer verb. A verb that takes words of others keeps them all. */
    private boolean isLimit(Option option, int index) {
        boolean last = words.subList(index + 1, end).stream().noneMatch(word -> isNamed(word, option));
        return LIMITS.contains(option.name()) && !given.contains(option.name()) && last && !takesAll();
    }

    private static boolean isNamed(Word word, Option option) {
        return word.isBare(option.name()) || word.startsBare(option.name() + "=");
    }

    private @Nullable Option own(String name) {
        for (Option option : outer.options()) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        return null;
    }

    private boolean isOfInner(Option option) {
        return takesAll() || (inner != null && inner.option(option.name()) != null);
    }

    private boolean takesAll() {
        return inner != null && inner.isForeign(inner.operands().size());
    }

    private static @Nullable Syntax verb(List<Word> words) {
        int at = StatementParser.prefixLength(words);
        if (at >= words.size()) {
            return null;
        }
        Word word = words.get(at);
        boolean command = word.isBare(0, '.') && word.text().length() > 1;
        Verb verb = command ? VerbTable.verb(VerbName.EXECUTE) : VerbTable.find(word.text());
        return verb == null ? null : verb.syntax();
    }

    private static int first(List<Word> words, Predicate<Word> condition) {
        int at = 0;
        while (at < words.size() && !condition.test(words.get(at))) {
            at++;
        }
        return at;
    }
}
