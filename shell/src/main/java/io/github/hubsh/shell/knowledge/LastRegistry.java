package io.github.hubsh.shell.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.shell.store.SharedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The plugins of the registry that was seen last, one name a line, beside the knowledge file of that hub. Each session
 * compares it, which is little work, and few change it.
 */
final class LastRegistry {
    private static final long MAX_SIZE = 1 << 20;

    private final Path path;

    /** Names the registry beside a knowledge file. */
    LastRegistry(Path knowledge) {
        this.path = KnowledgeFile.beside(knowledge, ".plugins");
    }

    /** Returns the names; none where they are not known. */
    List<String> read() {
        byte[] content = content();
        return content == null ? List.of() : new String(content, UTF_8).lines().toList();
    }

    /** Keeps the names, if they are not those that are kept already. */
    void keep(List<String> plugins) throws IOException {
        StringBuilder lines = new StringBuilder();
        int count = 0;
        for (String name : plugins) {
            if (count < Limits.DEFAULT.plugins() && name.length() <= Limits.MAX_NAME_LENGTH && WordIndex.isWord(name)) {
                lines.append(name).append('\n');
                count++;
            }
        }
        byte[] names = lines.toString().getBytes(UTF_8);
        if (!Arrays.equals(names, content())) {
            new SharedFile(path, MAX_SIZE).change(before -> names);
        }
    }

    private byte @Nullable [] content() {
        try {
            return new SharedFile(path, MAX_SIZE).read();
        } catch (IOException unreadable) {
            LoggerFactory.getLogger(LastRegistry.class).debug("ignoring {}: {}", path, unreadable.toString());
            return null;
        }
    }
}
