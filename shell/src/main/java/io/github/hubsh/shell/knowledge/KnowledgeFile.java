package io.github.hubsh.shell.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.store.SharedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One hub's knowledge on disk, which several shells may keep together. For one thread at a time. */
public final class KnowledgeFile {
    private static final long MAX_SIZE = 64L << 20;

    private final Path path;
    private final Knowledge knowledge;

    // Mutable state
    private long written;
    private int known; // hash of the content that was last read or written; with another hash, others have written

    private KnowledgeFile(Path path, Knowledge knowledge) {
        this.path = path;
        this.knowledge = knowledge;
    }

    /** Lets {@code knowledge} learn what is in the file, if there is one, and stands ready to write it. */
    public static KnowledgeFile open(Path path, Knowledge knowledge) {
        KnowledgeFile file = new KnowledgeFile(path, knowledge);
        byte[] content = content(path);
        knowledge.restore(content == null ? Map.of() : parsed(content));
        file.known = content == null ? 0 : Arrays.hashCode(content);
        file.written = knowledge.changes();
        return file;
    }

    /** Returns the file's name for a hub: {@code tcp___lab_31000.json}. */
    public static String nameFor(String hub) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < hub.length() && i < Limits.MAX_NAME_LENGTH; i++) {
            char c = hub.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
            name.append(plain || c == '-' ? c : '_');
        }
        return name.append(".json").toString();
    }

    /** Returns the JSON object in a file; an empty one where there is none, or it cannot be read. */
    public static Map<?, ?> object(Path path) {
        byte[] content = content(path);
        return content == null ? Map.of() : parsed(content);
    }

    private static byte @Nullable [] content(Path path) {
        try {
            return new SharedFile(path, MAX_SIZE).read();
        } catch (IOException unreadable) {
            LoggerFactory.getLogger(KnowledgeFile.class).debug("ignoring {}: {}", path, unreadable.toString());
            return null;
        }
    }

    /**
     * Writes what is known, if something was learned since. What other shells have written meanwhile is kept: it comes
     * first, and what we know over it.
     */
    public void saveIfChanged() {
        long changes = knowledge.changes();
        if (changes == written) {
            return;
        }
        try {
            new SharedFile(path, MAX_SIZE).change(this::joined);
            written = changes;
        } catch (IOException | UnsupportedOperationException unwritable) {
            LoggerFactory.getLogger(KnowledgeFile.class).debug("cannot write {}: {}", path, unwritable.toString());
        }
    }

    private byte[] joined(byte @Nullable [] before) {
        Map<String, Object> all = before == null || Arrays.hashCode(before) == known
                ? knowledge.snapshot()
                : knowledge.snapshotOver(parsed(before));
        byte[] now = Json.write(all).getBytes(UTF_8);
        known = Arrays.hashCode(now);
        return now;
    }

    private static Map<?, ?> parsed(byte[] content) {
        try {
            return Json.parse(content) instanceof Map<?, ?> object ? object : Map.of();
        } catch (ContentException unreadable) {
            return Map.of();
        }
    }
}
