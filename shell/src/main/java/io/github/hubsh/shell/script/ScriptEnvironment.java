package io.github.hubsh.shell.script;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What scripts run in.
 *
 * @param environment for those that are allowed to see it
 * @param directory that relative paths start from; absolute
 * @param version of the shell
 */
public record ScriptEnvironment(Map<String, String> environment, Path directory, String version) {
    public ScriptEnvironment {
        directory = directory.toAbsolutePath();
    }

    /** Returns a file's path as it is short to read. */
    public String shown(String source) {
        try {
            Path path = Path.of(source);
            Path here = directory.normalize();
            return path.startsWith(here) ? here.relativize(path).toString() : source;
        } catch (InvalidPathException odd) {
            return source;
        }
    }
}
