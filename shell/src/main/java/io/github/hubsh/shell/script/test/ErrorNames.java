package io.github.hubsh.shell.script.test;

import io.github.hubsh.shell.word.Problem;

/** The names that errors have in JavaScript, as the problems that they are. */
final class ErrorNames {
    private ErrorNames() {}

    static Problem problem(String type) {
        return switch (type) {
            case "RemoteError" -> Problem.REMOTE_ERROR;
            case "TimeoutError", "timeout" -> Problem.TIMEOUT;
            case "NoSuchPluginError" -> Problem.NO_SUCH_PLUGIN;
            case "NoSuchCommandError" -> Problem.NO_SUCH_COMMAND;
            case "ConnectionError", "hub_lost" -> Problem.HUB_LOST;
            case "UsageError" -> Problem.USAGE;
            default -> Problem.SCRIPT_FAILED;
        };
    }
}
