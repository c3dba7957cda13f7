package io.github.hubsh.shell.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that outlive a session: one a line, {@code \n} for a line end within. Several shells may append at once. Whatever
 * is in the file, reading it gives lines.
 */
final class HistoryFile {
    /** As many as are read back. */
    static final int KEPT = 2_000;

    private static final long LARGEST = 64L << 20;

    private final Path path;

    HistoryFile(Path path) {
        this.path = path;
    }

    /** Returns the last lines, oldest first; cuts a file that has grown far beyond them. */
    List<String> load() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        if (Files.size(path) > LARGEST) {
            throw new IOException("larger than " + (LARGEST >> 20) + " MB");
        }
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                all.add(line);
            }
        }
        List<String> kept = all.subList(Math.max(0, all.size() - KEPT), all.size());
        if (all.size() > 2 * KEPT) {
            replace(kept);
        }
        return kept.stream().map(HistoryFile::decoded).toList();
    }

    void append(String line) throws IOException {
        create();
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
            out.write((encoded(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Makes sure that the file is there, and nobody else's to read. */
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
