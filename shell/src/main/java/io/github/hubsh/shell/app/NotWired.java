package io.github.hubsh.shell.app;

import io.github.hubsh.shell.command.Display;
import io.github.hubsh.shell.command.Files;
import io.github.hubsh.shell.command.Problem;
import io.github.hubsh.shell.command.Session;
import io.github.hubsh.shell.command.Settings;
import io.github.hubsh.shell.command.ShellException;
import io.github.hubsh.shell.interpreter.Prompt;
import io.github.hubsh.shell.terminal.ConsolePrompt;
import io.github.hubsh.shell.terminal.PromptSettings;

/** Stands in until room {@code session} is there. */
final class NotWired implements Wiring {
    @Override
    public Session session(Settings settings, Files files, Display display) {
        throw new ShellException(Problem.INTERNAL, "this build has no network yet");
    }

    @Override
    public Prompt prompt(PromptSettings settings) {
        return new ConsolePrompt(settings);
    }
}
