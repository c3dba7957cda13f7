package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.filter.JqCondition;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.LineText;
import io.github.hubsh.shell.line.NestedStatement;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.RepeatableStatement;
import io.github.hubsh.shell.session.ResultCondition;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.StatementLanguage;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The language of the line, as verbs see it. */
record ShellLanguage(Session session) implements StatementLanguage {
    @Override
    public ResultCondition condition(Word expression) {
        return new JqCondition(expression, session.memory().variables().all());
    }

    @Override
    public RepeatableStatement statement(List<Word> words, Session on) {
        return new RepeatedStatement(NestedStatement.parse(words), on);
    }

    @Override
    public String execute(String target, String command, String options, Map<String, @Nullable Object> arguments) {
        String items = arguments.isEmpty() ? "" : " " + LineText.ofArguments(arguments);
        return "execute " + operand(target) + " " + operand(command) + options + items;
    }

    /** Quotes what would be taken for an option. */
    private static String operand(String text) {
        if (!text.startsWith("-")) {
            return LineText.quote(text);
        }
        return text.length() == 1 ? "'-'" : "'-'" + LineText.quote(text.substring(1));
    }

    @Override
    public void run(String line, Session on, Consumer<Outcome> results) {
        for (Statement statement : LineParser.parse(line, on.memory().aliases().all())) {
            Presenter presenter = Presenter.handing(results, on.io().display());
            ShellException failed =
                    new StatementRunner(new StatementSession(on, presenter), presenter, false).run(statement);
            if (failed != null) {
                throw failed;
            }
        }
    }
}
