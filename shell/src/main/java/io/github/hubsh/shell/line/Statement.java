package io.github.hubsh.shell.line;

import io.github.hubsh.shell.command.Arguments;
import io.github.hubsh.shell.command.Verb;

/** A verb and what it was given, ready to run. */
public record Statement(Verb verb, Arguments arguments) {}
