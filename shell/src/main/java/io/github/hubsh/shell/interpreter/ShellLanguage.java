package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.filter.JqCondition;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.LineText;
import io.github.hubsh.shell.line.NestedStatement;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.session.ScriptFile;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.StatementLanguage;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.RepeatableStatement;
import io.github.hubsh.shell.session.result.ResultCondition;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.SourceLine;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
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
        return VerbName.EXECUTE.text() + " " + operand(target) + " " + operand(command) + options + items;
    }

    /** Quotes what would be taken for an option. */
    private static String operand(String text) {
        if (!text.startsWith("-")) {
            return LineText.quote(text);
        }
        return text.length() == 1 ? "'-'" : "'-'" + LineText.quote(text.substring(1));
    }

    @Override
    public void run(ScriptFile file, Session on, Consumer<Outcome> results) {
        List<ScriptLines.Part> parts = ScriptLines.split(file.text());
        List<List<Statement>> statements = new ArrayList<>();
        for (ScriptLines.Part part : parts) {
            statements.add(parsed(file, part, on));
        }
        for (int i = 0; i < parts.size(); i++) {
            if (file.echoed()) {
                EchoedLine.show(parts.get(i).text(), on.io().display());
            }
            for (Statement statement : statements.get(i)) {
                if (!runs(
                        statement,
                        on,
                        results,
                        new SourceLine(file.name(), parts.get(i).row()))) {
                    return;
                }
            }
        }
    }

    private static List<Statement> parsed(ScriptFile file, ScriptLines.Part part, Session on) {
        try {
            return LineParser.parse(part.text(), on.memory().aliases().all());
        } catch (ShellException wrong) {
            throw wrong.in(new SourceLine(file.name(), part.row()).of(wrong.place()));
        }
    }

    /** Returns whether those that follow may run: {@code exit} ends the file, with its code if it has one. */
    private static boolean runs(Statement statement, Session on, Consumer<Outcome> results, SourceLine where) {
        Presenter presenter = Presenter.handing(results, on.io().display());
        StatementRunner runner = new StatementRunner(new StatementSession(on, presenter), presenter, false);
        ShellException failed = runner.run(statement);
        Integer code = runner.exitCode();
        if (failed != null) {
            throw failed.isExit() ? failed : failed.in(where);
        }
        if (code != null) {
            throw ShellException.exit(code);
        }
        return !runner.leaving();
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
