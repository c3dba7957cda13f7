package io.github.hubsh.shell.script.test;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.script.Script;
import java.util.List;

/**
 * Keeps apart the fakes of files that run side by side: those of a file have its path as a prefix of their names.
 *
 * @param prefixes one for each file of the run; none where files run one after the other
 */
record TestIsolation(List<String> prefixes) {
    private static final String SEPARATOR = ":";

    /** Isolates files, named as they are shown, if several of them run at once. */
    static TestIsolation of(List<String> files, int parallel) {
        boolean alone = parallel <= 1 || files.size() <= 1;
        return new TestIsolation(
                alone ? List.of() : files.stream().map(file -> file + SEPARATOR).toList());
    }

    /** Isolates a script before it loads its file. On the script's thread. */
    void begin(Script script, String file) {
        if (!prefixes.isEmpty()) {
            script.call("isolate", file + SEPARATOR, Json.write(prefixes));
        }
    }
}
