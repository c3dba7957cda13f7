package io.github.hubsh.shell.line;

import io.github.hubsh.shell.argument.TypedArgument;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.word.Identifiers;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A line to the statements on it. The same for the prompt, {@code -c}, files, stdin and the program's arguments. */
public final class LineParser {
    private LineParser() {}

    /**
     * Parses a line.
     *
     * @return its statements; none for a blank line or a comment
     * @throws ShellException USAGE, pointing at the first thing wrong; then nothing of the line is to be run
     */
    public static List<Statement> parse(String line) {
        return statements(read(line), 0);
    }

    /**
     * As {@link #parse(String)}, with aliases.
     *
     * @param aliases words for a line's beginning
     */
    public static List<Statement> parse(String line, Map<String, String> aliases) {
        List<List<Word>> words = read(line);
        if (!aliases.isEmpty()) {
            words.replaceAll(new AliasExpansion(aliases)::of);
        }
        return statements(words, 0);
    }

    /** The program's own options, and the words behind them, which may be statements. */
    public record ProgramLine(Arguments options, List<List<Word>> words, int optionsEnd) {
        /**
         * Parses the statements.
         *
         * @param aliases words for a line's beginning
         */
        public List<Statement> statements(Map<String, String> aliases) {
            List<List<Word>> all = words;
            if (!aliases.isEmpty()) {
                all = new ArrayList<>(words);
                List<Word> first = all.get(0);
                all.set(0, first.subList(optionsEnd, first.size()));
                all.replaceAll(new AliasExpansion(aliases)::of);
            }
            return LineParser.statements(all, aliases.isEmpty() ? optionsEnd : 0);
        }
    }

    /** Reads a line that starts with the options of {@code program}. */
    public static ProgramLine parseProgram(Syntax program, String line) {
        List<List<Word>> words = read(line);
        ArgumentParser.Leading leading = ArgumentParser.leading(program, words.get(0));
        return new ProgramLine(leading.arguments(), words, leading.end());
    }

    private static List<List<Word>> read(String line) {
        LexedLine words = Lexer.read(line);
        ShellException error = words.error();
        if (error != null) {
            throw error;
        }
        return words.statements();
    }

    private static List<Statement> statements(List<List<Word>> lists, int skipped) {
        List<Statement> statements = new ArrayList<>(lists.size());
        int from = skipped;
        for (List<Word> words : lists) {
            if (from < words.size()) {
                statements.add(statement(words.subList(from, words.size())));
            }
            from = 0;
        }
        return statements;
    }

    static Statement statement(List<Word> words) {
        Statement statement = StatementParser.isNeededFor(words) ? StatementParser.parse(words) : plain(words);
        return statement.arguments().has("--jq") || statement.arguments().has("--where")
                ? OptionPipes.added(statement)
                : statement;
    }

    /**
     * Parses an open statement again, now that its values are known.
     *
     * @param values replaces a word's references
     * @throws ShellException USAGE, pointing at what does not fit
     */
    public static Statement resolved(PipelineSpec pipeline, List<Word> open, UnaryOperator<Word> values) {
        BitSet later = PipeParser.ofRequests(open);
        List<Word> words = new ArrayList<>(open.size());
        for (Word word : open) {
            words.add(word.isOpen() && !later.get(words.size()) ? values.apply(word) : word);
        }
        Statement now = statement(words);
        return new Statement(now.verb(), now.arguments(), pipeline.around(now.pipeline()));
    }

    /** Parses a verb and its arguments. */
    static Statement plain(List<Word> words) {
        Word first = words.get(0);
        Verb verb = VerbTable.find(first.text());
        if (verb == null) {
            throw unknownVerb(first);
        }
        Arguments arguments = ArgumentParser.parse(verb.syntax(), words);
        if (arguments.has(Option.HELP.name())) {
            return help(first);
        }
        return new Statement(
                verb, verb.syntax().nests() ? NestedStatement.checked(verb.syntax(), arguments) : arguments);
    }

    private static Statement help(Word verb) {
        Verb help = VerbTable.verb(VerbName.HELP);
        if (help == null) {
            throw new IllegalStateException("no help in the table of verbs");
        }
        return new Statement(help, new Arguments(List.of(verb), List.of(), Map.of()));
    }

    private static ShellException unknownVerb(Word word) {
        String text = word.text();
        ShellException unknown = ShellException.at(word.place(0), "there is no verb '" + text + "'");
        String hint = Suggestion.of(text, VerbName.texts());
        int equals = text.indexOf('=');
        if (equals > 0 && Identifiers.isVariable(text.substring(0, equals))) {
            hint = named(text.substring(0, equals), text.substring(equals + 1), word);
        }
        return unknown.hint(hint != null ? hint : "help shows all verbs");
    }

    private static String named(String name, String value, Word word) {
        if (VerbTable.find(value) != null) {
            return "a result gets its name with blanks around the '=': " + name + " = " + value + " …";
        }
        boolean isJson = value.startsWith("{") || value.startsWith("[") || isCall(value);
        String typed = word.line().substring(word.start(), word.end());
        return "let " + (isJson ? typed.replaceFirst("=", ":=") : typed) + " makes a variable";
    }

    private static boolean isCall(String value) {
        int open = value.indexOf('(');
        return open > 0 && TypedArgument.isFunction(value.substring(0, open));
    }
}
