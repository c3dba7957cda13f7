package io.github.hubsh.shell.script;

import java.nio.file.Path;
import java.util.List;

/**
 * How a script begins.
 *
 * @param name of its thread
 * @param root the folder that it may import from
 * @param arguments that it sees
 * @param parts the sources of the API that it wants, in order
 */
public record ScriptSetup(String name, Path root, List<String> arguments, List<String> parts) {
    /** Sets up the script of a file, which may import from the folder of the file. */
    public static ScriptSetup of(String name, Path file, List<String> arguments, List<String> parts) {
        Path parent = file.getParent();
        return new ScriptSetup(name + " " + file.getFileName(), parent == null ? file : parent, arguments, parts);
    }

    /** Returns whether its parts are loaded when they are used first. */
    boolean isLazy() {
        return !parts.containsAll(ScriptRuntime.TESTING);
    }
}
