package io.github.hubsh.shell.line;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;

/**
 * The statement behind a verb that takes one: words up to the end, filters and all; or one quoted word that holds them.
 */
public final class NestedStatement {
    private NestedStatement() {}

    /**
     * Parses the words of a statement that stands in another.
     *
     * @throws ShellException USAGE, pointing at what is wrong
     */
    public static Statement parse(List<Word> words) {
        return LineParser.statement(unquoted(words));
    }

    /**
     * Returns the arguments of the verb around it, which show the results: their format is the one asked for inside.
     */
    static Arguments checked(Syntax syntax, Arguments arguments) {
        List<Word> words = arguments.operandsFrom(syntax.operands().size() - 1);
        Statement inner = parse(words);
        if (inner.verb().syntax().nests()) {
            throw ShellException.at(
                    words.get(0).place(0),
                    "expected a statement that ends, found "
                            + inner.verb().syntax().name());
        }
        return withFormat(arguments, inner, words.get(0));
    }

    private static Arguments withFormat(Arguments outer, Statement inner, Word word) {
        Arguments arguments = outer;
        for (Option format : Option.FORMATS) {
            if (!format.takesValue() && inner.arguments().has(format.name())) {
                arguments = arguments.with(format.name(), word.named(format.name()));
            }
        }
        PipelineSpec pipeline = inner.pipeline();
        boolean table = pipeline != null && pipeline.pipes().stream().anyMatch(pipe -> pipe.kind() == Pipe.Kind.TABLE);
        return table ? arguments.with("--table", word.named("--table")) : arguments;
    }

    private static List<Word> unquoted(List<Word> words) {
        Word only = words.get(0);
        if (words.size() > 1 || only.text().indexOf(' ') < 0 || only.isOpen()) {
            return words;
        }
        LexedLine within = Lexer.read(only.text());
        ShellException error = within.error();
        if (error != null) {
            throw error;
        }
        if (within.statements().size() > 1 || within.statements().get(0).isEmpty()) {
            throw ShellException.at(only.place(0), "expected one statement within the quotes");
        }
        return within.statements().get(0);
    }
}
