package io.github.hubsh.shell.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.store.AppendedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What sessions have seen that did not read the knowledge file, a single request above all: a few lines are added to a
 * file beside it, which a session that reads the knowledge merges later.
 *
 * <p>An addition has the lines of the {@link WordIndex}, for completion scripts, and then all of it as JSON in one
 * line. That line is also the proof that the addition is whole.
 */
final class KnowledgeJournal {
    /** In bytes. At each multiple of this size it is worth a merge. */
    static final long MERGE_SIZE = 16 << 10;

    /** In bytes. It grows to this size only where it cannot be merged. */
    static final long MAX_SIZE = 8 * MERGE_SIZE;

    /** How many additions are looked at for one request. */
    private static final int MAX_NEWEST = 4;

    private final AppendedFile file;

    /** Names the journal of a knowledge file. */
    KnowledgeJournal(Path knowledge) {
        this.file = new AppendedFile(KnowledgeFile.beside(knowledge, ".journal"), MAX_SIZE);
    }

    boolean exists() {
        return file.exists();
    }

    /**
     * Adds what was seen.
     *
     * @return whether it ought to be merged now
     */
    boolean add(Knowledge seen) throws IOException {
        String words = WordIndex.of(seen, List.of());
        byte[] lines = (words + Json.write(seen.snapshot()) + '\n').getBytes(UTF_8);
        if (lines.length > MERGE_SIZE || file.isForeign()) {
            return true;
        }
        // Only the one that reaches a multiple of the size merges: where that fails or takes long, not all have to
        // wait.
        long size = file.append(lines);
        return size / MERGE_SIZE > (size - lines.length) / MERGE_SIZE;
    }

    /** Returns what was added, each as a snapshot. */
    List<Map<?, ?>> read() throws IOException {
        return parsed(file.read());
    }

    /** As {@link #read}, but only the newest of a plugin: little work for a single request. */
    List<Map<?, ?>> newest(String plugin) throws IOException {
        String content = new String(file.read(), UTF_8);
        String name = Json.write(plugin) + ":";
        List<Map<?, ?>> newest = new ArrayList<>();
        for (int found = content.lastIndexOf(name); found >= 0 && newest.size() < MAX_NEWEST; ) {
            int start = content.lastIndexOf('\n', found) + 1;
            int lineEnd = content.indexOf('\n', found);
            if (content.startsWith("{", start)) {
                newest.add(0, parsed(content.substring(start, lineEnd < 0 ? content.length() : lineEnd)));
            }
            found = start == 0 ? -1 : content.lastIndexOf(name, start - 1);
        }
        return newest;
    }

    /** As {@link #read}, and puts it aside, until {@link #forgetTaken}. */
    List<Map<?, ?>> take() throws IOException {
        return parsed(file.take());
    }

    void forgetTaken() throws IOException {
        file.forgetTaken();
    }

    private static List<Map<?, ?>> parsed(byte[] content) {
        List<Map<?, ?>> additions = new ArrayList<>();
        if (content.length > 0) {
            for (String line : new String(content, UTF_8).split("\n", -1)) {
                if (line.startsWith("{")) {
                    additions.add(parsed(line));
                }
            }
        }
        return additions;
    }

    /** Half a line, of a process that has died, teaches nothing. */
    private static Map<?, ?> parsed(String line) {
        try {
            return Json.parse(line) instanceof Map<?, ?> snapshot ? snapshot : Map.of();
        } catch (ContentException torn) {
            return Map.of();
        }
    }
}
