package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.ScriptFile;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.StatementLanguage;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.RepeatableStatement;
import io.github.hubsh.shell.session.result.ResultCondition;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs no line of the shell, but shows what the test says, and writes down what it was to run. */
final class ScriptedLines implements StatementLanguage {
    final List<String> lines = new ArrayList<>();
    final List<Session> sessions = new ArrayList<>();

    /** What each line shows. */
    List<Outcome> shown = List.of();

    /** What each line fails with then, if it does. */
    @Nullable
    ShellException failure;

    @Override
    public ResultCondition condition(Word expression) {
        throw new AssertionError("no condition is asked for");
    }

    @Override
    public RepeatableStatement statement(List<Word> words, Session session) {
        throw new AssertionError("no statement is repeated");
    }

    @Override
    public String execute(String target, String command, String options, Map<String, Object> arguments) {
        throw new AssertionError("no statement is written");
    }

    @Override
    public void run(String line, Session session, Consumer<Outcome> results) {
        lines.add(line);
        sessions.add(session);
        shown.forEach(results);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void run(ScriptFile file, Session session, Consumer<Outcome> results) {
        throw new AssertionError("no file is run");
    }
}
