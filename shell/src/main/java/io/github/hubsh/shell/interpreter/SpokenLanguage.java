package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.command.Condition;
import io.github.hubsh.shell.command.Language;
import io.github.hubsh.shell.command.Word;
import io.github.hubsh.shell.command.Workspace;
import io.github.hubsh.shell.filter.JqCondition;

/** The language of the line, as verbs see it. */
record SpokenLanguage(Workspace workspace) implements Language {
    @Override
    public Condition condition(Word expression) {
        return new JqCondition(expression, workspace.variables());
    }
}
