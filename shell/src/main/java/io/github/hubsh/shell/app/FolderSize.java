package io.github.hubsh.shell.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much a folder of ours takes. */
final class FolderSize {
    private static final long MEGABYTE = 1_000_000;

    private FolderSize() {}

    /** Returns {@code " (147 MB)"} for a folder with a megabyte or more, else an empty text. */
    static String note(Path folder) {
        long megabytes = Files.isDirectory(folder) ? bytes(folder) / MEGABYTE : 0;
        return megabytes == 0 ? "" : " (" + megabytes + " MB)";
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        } catch (IOException | UncheckedIOException changing) {
            return 0;
        }
    }
}
