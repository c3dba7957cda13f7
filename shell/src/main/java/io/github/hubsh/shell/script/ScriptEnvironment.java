package io.github.hubsh.shell.script;

import java.nio.file.Path;
import java.util.Map;

/**
 * What scripts run in.
 *
 * @param environment for those that are allowed to see it
 * @param directory that relative paths start from
 * @param version of the shell
 */
public record ScriptEnvironment(Map<String, String> environment, Path directory, String version) {}
