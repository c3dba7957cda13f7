package io.github.hubsh.shell.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.store.SharedFile;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file in which the program saves settings; the user writes another file by hand. */
final class SavedFile {
    private static final long MAX_SIZE = 4L << 20;

    private final @Nullable Path path;

    /**
     * Names the file.
     *
     * @param path {@code null} where there is no home to keep anything in
     */
    SavedFile(@Nullable Path path) {
        this.path = path;
    }

    String origin() {
        return String.valueOf(path);
    }

    SavedSettings read() {
        if (path == null) {
            return new SavedSettings(new LinkedHashMap<>());
        }
        try {
            return parsed(file(path).read());
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    /** Changes what is kept, in the file as it is now. */
    void change(Consumer<SavedSettings> change) {
        if (path == null) {
            throw new ShellException(Problem.BAD_FILE, "there is no folder to keep it in").hint("set HOME");
        }
        try {
            file(path).change(before -> {
                SavedSettings saved = parsed(before);
                change.accept(saved);
                return (Json.writeIndented(saved.content()) + "\n").getBytes(UTF_8);
            });
        } catch (AccessDeniedException denied) {
            throw new ShellException(Problem.BAD_FILE, path + " cannot be written", denied);
        } catch (IOException failed) {
            throw new ShellException(Problem.BAD_FILE, "cannot write " + path + ": " + failed.getMessage(), failed);
        }
    }

    private SavedSettings parsed(byte @Nullable [] content) {
        try {
            Object value = content == null ? Map.of() : Json.parse(content);
            if (!(value instanceof Map<?, ?> map)) {
                throw new ContentException("no JSON object");
            }
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), inner));
            return new SavedSettings(copy);
        } catch (ContentException wrong) {
            throw unreadable(wrong);
        }
    }

    private ShellException unreadable(Exception why) {
        String reason =
                why instanceof AccessDeniedException ? "no permission to read it" : String.valueOf(why.getMessage());
        return new ShellException(Problem.BAD_FILE, "cannot read " + path + ": " + reason, why)
                .hint("repair or remove it; hubsh keeps contexts, saved aliases and settings there");
    }

    private static SharedFile file(Path path) {
        return new SharedFile(path, MAX_SIZE);
    }
}
