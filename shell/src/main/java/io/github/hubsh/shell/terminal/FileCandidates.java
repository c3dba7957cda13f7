package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.line.LineText;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;

/** Files of this machine as candidates. */
final class FileCandidates {
    private static final int MAX_CANDIDATES = 1_000;

    private FileCandidates() {}

    /** Adds the files whose path starts with what was typed; hidden ones only where a dot was. */
    static void add(Path directory, String typed, List<Candidate> candidates) {
        int name = typed.lastIndexOf('/') + 1;
        String folder = typed.substring(0, name);
        String start = typed.substring(name);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.resolve(folder))) {
            int left = MAX_CANDIDATES;
            for (Path file : files) {
                String found = String.valueOf(file.getFileName());
                boolean hidden = found.startsWith(".") && !start.startsWith(".");
                if (found.startsWith(start) && !hidden && left-- > 0) {
                    candidates.add(candidate(folder, found, Files.isDirectory(file)));
                }
            }
        } catch (IOException | InvalidPathException unreadable) {
            // Then nothing is offered.
        }
    }

    private static Candidate candidate(String folder, String name, boolean directory) {
        String shown = directory ? name + "/" : name;
        return new Candidate(LineText.quote(folder + shown), shown, "files", null, null, null, !directory);
    }
}
