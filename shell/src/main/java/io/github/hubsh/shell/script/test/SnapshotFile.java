package io.github.hubsh.shell.script.test;

import io.github.hubsh.shell.script.Script;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.MessageLevel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The snapshots of one test file, which lie beside it: {@code a.test.js.snap}. {@code snapshots.js} reads and makes the
 * text; only a run that updates snapshots writes it. For the script's thread.
 */
final class SnapshotFile {
    private static final String SUFFIX = ".snap";

    private final Path file;
    private final Session session;
    private final boolean updating;

    SnapshotFile(Path testFile, Session session, boolean updating) {
        this.file = testFile.resolveSibling(testFile.getFileName() + SUFFIX);
        this.session = session;
        this.updating = updating;
    }

    /** Gives the script what there is, before its tests run. */
    void open(Script script) {
        String text = Files.isRegularFile(file) ? files().text(file.toString()) : "";
        script.call("openSnapshots", text, updating);
    }

    /** Writes what has changed, and says what is not used any more. */
    void close(Script script, String shown) {
        if (script.ask("closeSnapshots") instanceof Map<?, ?> outcome) {
            if (outcome.get("text") instanceof String text) {
                files().write(file.toString(), text.getBytes(StandardCharsets.UTF_8), false);
            }
            String sum = sum(outcome);
            if (!sum.isEmpty()) {
                session.io().display().say(MessageLevel.NOTE, "snapshots of " + shown + ": " + sum);
            }
        }
    }

    private static String sum(Map<?, ?> outcome) {
        List<String> parts = new ArrayList<>();
        for (String what : List.of("written", "removed", "obsolete")) {
            long count = outcome.get(what) instanceof Number number ? number.longValue() : 0;
            if (count > 0) {
                parts.add(count + " " + what + (what.equals("obsolete") ? " (--update removes them)" : ""));
            }
        }
        return String.join(", ", parts);
    }

    private FileAccess files() {
        return session.io().files();
    }
}
