package io.github.hubsh.shell.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.store.SharedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One hub's knowledge on disk, which several shells may keep together. For one thread at a time. */
public final class KnowledgeFile {
    private static final long MAX_SIZE = 64L << 20;
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "[::1]");

    private final Path path;
    private final Knowledge knowledge;
    private final KnowledgeJournal journal;

    // Mutable state
    private long written;
    private int known; // hash of the content that was last read or written; with another hash, others have written
    private List<String> indexed = List.of(); // the plugins that the index was written with

    private KnowledgeFile(Path path, Knowledge knowledge) {
        this.path = path;
        this.knowledge = knowledge;
        this.journal = new KnowledgeJournal(path);
    }

    /** Lets {@code knowledge} learn what is in the file, if there is one, and stands ready to write it. */
    public static KnowledgeFile open(Path path, Knowledge knowledge) {
        KnowledgeFile file = new KnowledgeFile(path, knowledge);
        file.readWithoutJournal();
        file.additions().forEach(knowledge::restore);
        file.written = knowledge.changes();
        return file;
    }

    /** Lets {@code knowledge} learn what is in the file and in no journal, to look at. */
    public static void look(Path path, Knowledge knowledge) {
        new KnowledgeFile(path, knowledge).readWithoutJournal();
    }

    /** Lets {@code knowledge} learn what was lately added of a plugin, after {@link #look}. */
    public static void lookAtNewest(Path path, String plugin, Knowledge knowledge) {
        try {
            for (Map<?, ?> snapshot : new KnowledgeJournal(path).newest(plugin)) {
                knowledge.restore(snapshot);
            }
        } catch (IOException unreadable) {
            ignore("read", path, unreadable);
        }
    }

    private void readWithoutJournal() {
        byte[] content = content(path);
        knowledge.restore(content == null ? Map.of() : parsed(content));
        known = content == null ? 0 : Arrays.hashCode(content);
    }

    /** Returns whether anything is kept of a hub. */
    public static boolean exists(Path path) {
        return Files.exists(path) || new KnowledgeJournal(path).exists();
    }

    /** Returns the plugins of the registry that was seen last. */
    public static List<String> lastRegistry(Path path) {
        return new LastRegistry(path).read();
    }

    /** Keeps the plugins that are there, for completion. */
    public static void keepRegistry(Path path, List<String> present) {
        try {
            new LastRegistry(path).keep(present);
        } catch (IOException | UnsupportedOperationException unwritable) {
            ignore("write", path, unwritable);
        }
    }

    /**
     * Keeps what a session has seen that has not opened the file: adds it to the journal, which is as little work as
     * what was seen is.
     *
     * @return whether the journal ought to be merged now: to open the file and to save it does that
     */
    public static boolean add(Path path, Knowledge seen) {
        try {
            return new KnowledgeJournal(path).add(seen);
        } catch (IOException | UnsupportedOperationException unwritable) {
            ignore("add to", path, unwritable);
            return false;
        }
    }

    /** Returns the file's name for a hub: {@code tcp___lab_31000.json}. This machine has one, however it is spelled. */
    public static String nameFor(String uri) {
        String hub = uri.startsWith("tcp:") ? uri.toLowerCase(Locale.ROOT) : uri;
        for (String loopback : LOOPBACK) {
            hub = hub.replace("//" + loopback + ":", "//localhost:");
        }
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
        saveIfChanged(List.of());
    }

    /**
     * As {@link #saveIfChanged()}, and writes for other shells the index of all that is known.
     *
     * @param present the plugins that are there, of which nothing else may be known
     */
    public void saveIfChanged(List<String> present) {
        long changes = knowledge.changes();
        Path index = beside(path, ".words");
        boolean hasIndex = Files.exists(index) || !Files.exists(path);
        if (changes == written && present.equals(indexed) && hasIndex && !journal.exists()) {
            return;
        }
        try {
            new SharedFile(path, MAX_SIZE).change(before -> {
                Knowledge all = joined(before, journal.take());
                byte[] words = WordIndex.of(all, present).getBytes(UTF_8);
                new SharedFile(index, MAX_SIZE).change(old -> words);
                return bytes(all);
            });
            journal.forgetTaken();
            written = changes;
            indexed = List.copyOf(present);
        } catch (IOException | UnsupportedOperationException unwritable) {
            ignore("write", path, unwritable);
        }
    }

    private Knowledge joined(byte @Nullable [] before, List<Map<?, ?>> additions) {
        List<Map<?, ?>> all = new ArrayList<>();
        if (before != null && Arrays.hashCode(before) != known) {
            all.add(parsed(before));
        }
        all.addAll(additions);
        return all.isEmpty() ? knowledge : knowledge.over(all);
    }

    private List<Map<?, ?>> additions() {
        try {
            return journal.read();
        } catch (IOException unreadable) {
            ignore("read", path, unreadable);
            return List.of();
        }
    }

    private byte[] bytes(Knowledge all) {
        byte[] now = Json.write(all.snapshot()).getBytes(UTF_8);
        // What others know is in the file alone: it has to be read again.
        known = all == knowledge ? Arrays.hashCode(now) : 0;
        return now;
    }

    /** Returns the path of a file with the same name, but for its end. */
    static Path beside(Path path, String end) {
        String name = String.valueOf(path.getFileName());
        return path.resolveSibling(name.substring(0, name.lastIndexOf('.')) + end);
    }

    private static void ignore(String what, Path path, Exception why) {
        LoggerFactory.getLogger(KnowledgeFile.class).debug("cannot {} {}: {}", what, path, why.toString());
    }

    private static Map<?, ?> parsed(byte[] content) {
        try {
            return Json.parse(content) instanceof Map<?, ?> object ? object : Map.of();
        } catch (ContentException unreadable) {
            return Map.of();
        }
    }
}
