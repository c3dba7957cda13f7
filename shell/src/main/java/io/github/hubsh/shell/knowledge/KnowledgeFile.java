package io.github.hubsh.shell.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.content.ContentException;
import io.github.hubsh.core.content.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** One hub's knowledge on disk; the last of several shells to write wins. For one thread at a time. */
public final class KnowledgeFile {
    private static final long LARGEST = 64L << 20;

    private final Path path;
    private final Knowledge knowledge;

    // Mutable state
    private long written;

    private KnowledgeFile(Path path, Knowledge knowledge) {
        this.path = path;
        this.knowledge = knowledge;
    }

    /** Lets {@code knowledge} learn what is in the file, if there is one, and stands ready to write it. */
    public static KnowledgeFile open(Path path, Knowledge knowledge) {
        knowledge.restore(object(path));
        KnowledgeFile file = new KnowledgeFile(path, knowledge);
        file.written = knowledge.changes();
        return file;
    }

    /** Returns the file's name for a hub: {@code tcp___lab_31000.json}. */
    public static String nameFor(String hub) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < hub.length() && i < Limits.LONGEST_NAME; i++) {
            char c = hub.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
            name.append(plain || c == '-' ? c : '_');
        }
        return name.append(".json").toString();
    }

    /** Returns the JSON object in a file; an empty one where there is none, or it cannot be read. */
    public static Map<?, ?> object(Path path) {
        try {
            if (!Files.exists(path)) {
                return Map.of();
            }
            if (Files.size(path) > LARGEST) {
                throw new IOException("larger than " + (LARGEST >> 20) + " MB");
            }
            return Json.parse(Files.readAllBytes(path)) instanceof Map<?, ?> object ? object : Map.of();
        } catch (IOException | ContentException unreadable) {
            LoggerFactory.getLogger(KnowledgeFile.class).debug("ignoring {}: {}", path, unreadable.toString());
            return Map.of();
        }
    }

    /** Writes what is known, if something was learned since. */
    public void saveIfChanged() {
        long changes = knowledge.changes();
        if (changes == written) {
            return;
        }
        try {
            replace(Json.write(knowledge.snapshot()));
            written = changes;
        } catch (IOException | UnsupportedOperationException unwritable) {
            LoggerFactory.getLogger(KnowledgeFile.class).debug("cannot write {}: {}", path, unwritable.toString());
        }
    }

    /** A temporary file is 0600 by itself, and a reader sees the old text or the new one. */
    private void replace(String json) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder");
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path half = Files.createTempFile(folder, "knowledge", ".new");
        try {
            Files.write(half, json.getBytes(UTF_8));
            Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
