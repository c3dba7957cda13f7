package io.github.hubsh.shell.word;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Errors as the runner of GitHub's workflows reads them from the output of a step: it shows each beside its line of the
 * file (workflow commands, {@code ::error file=…,line=…::message}).
 *
 * @param directory that the names of files are relative to
 * @param workspace where the repository is checked out, which the runner's names are relative to; or empty
 */
public record WorkflowErrors(Path directory, String workspace) {
    /**
     * Returns the command for an error.
     *
     * @param source where the statement stands
     * @param message what was wrong
     */
    public String line(SourceLine source, String message) {
        return line(source, Map.of(), message);
    }

    /**
     * As {@link #line(SourceLine, String)}.
     *
     * @param more of the runner's properties: {@code col}, {@code title}
     */
    public String line(SourceLine source, Map<String, String> more, String message) {
        StringBuilder line = new StringBuilder("::error file=")
                .append(property(relative(source.file())))
                .append(",line=")
                .append(source.row());
        more.forEach((name, value) -> line.append(',').append(name).append('=').append(property(value)));
        return line.append("::").append(escaped(message)).toString();
    }

    private String relative(String file) {
        try {
            Path path = directory.resolve(file).toAbsolutePath().normalize();
            Path root = Path.of(workspace);
            return !workspace.isEmpty() && path.startsWith(root)
                    ? root.relativize(path).toString()
                    : file;
        } catch (InvalidPathException odd) {
            return file;
        }
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return escaped(text).replace(":", "%3A").replace(",", "%2C");
    }
}
