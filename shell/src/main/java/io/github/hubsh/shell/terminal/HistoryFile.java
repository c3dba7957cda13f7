package io.github.hubsh.shell.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines that outlive a session: one a line, {@code \n} for a line end within. Several shells may append at once. Any
 * file content can be read as lines.
 */
final class HistoryFile {
    /** How many lines are read back. */
    static final int MAX_KEPT_LINES = 2_000;

    private static final long MAX_SIZE = 64L << 20;

    private final Path path;

    // Mutable state, of the thread that reads lines
    private final Deque<String> own = new ArrayDeque<>(); // written by us, and not yet read back from the file
    private long known;
    private @Nullable Object identity;

    HistoryFile(Path path) {
        this.path = path;
    }

    /** Returns the last lines, oldest first; cuts a file that has grown far beyond them. */
    List<String> load() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        if (Files.size(path) > MAX_SIZE) {
            throw new IOException("larger than " + (MAX_SIZE >> 20) + " MB");
        }
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                all.add(line);
            }
        }
        List<String> kept = all.subList(Math.max(0, all.size() - MAX_KEPT_LINES), all.size());
        if (all.size() > 2 * MAX_KEPT_LINES) {
            replace(kept);
        }
        own.clear();
        known = Files.size(path);
        identity = identity();
        return kept.stream().map(HistoryFile::decoded).toList();
    }

    /** Returns the lines that other shells have added since the last call. One that cut the file begins another one. */
    List<String> news() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        long size = Files.size(path);
        Object present = identity();
        if (size < known || size - known > MAX_SIZE || (identity != null && !identity.equals(present))) {
            known = size;
            own.clear();
        }
        identity = present;
        if (size == known) {
            return List.of();
        }
        byte[] tail = new byte[(int) (size - known)];
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(known);
            file.readFully(tail);
        }
        return others(new String(tail, StandardCharsets.ISO_8859_1));
    }

    /** Takes whole lines only: the last one may be incomplete. */
    private List<String> others(String bytes) {
        int end = bytes.lastIndexOf('\n') + 1;
        known += end;
        List<String> lines = new ArrayList<>();
        for (String raw : bytes.substring(0, end).split("\n", -1)) {
            String line = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            if (line.equals(own.peek())) {
                own.remove();
            } else if (!line.isBlank()) {
                lines.add(decoded(line));
            }
        }
        return lines;
    }

    private @Nullable Object identity() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    void append(String line) throws IOException {
        create();
        own.add(encoded(line));
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
            out.write((encoded(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Makes sure that the file is there, and that only its owner can read it. */
    private void create() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        if (!Files.exists(path)) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else if (Files.getPosixFilePermissions(path).size() > 2) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** A temporary file is 0600 by itself. */
    private void replace(List<String> encodedLines) throws IOException {
        Path shorter = Files.createTempFile(path.toAbsolutePath().getParent(), "history", ".new");
        Files.write(shorter, encodedLines);
        Files.move(shorter, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String encoded(String line) {
        return line.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String decoded(String line) {
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                char next = line.charAt(++i);
                text.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
