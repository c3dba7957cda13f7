package io.github.hubsh.shell.app;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Files that results are written to. A reader of one sees the old content or the new, never half of it. */
final class AtomicFileWriter {
    private final Path directory;

    AtomicFileWriter(Path directory) {
        this.directory = directory;
    }

    void requireWritable(String path) {
        Path file = resolve(path);
        Path folder = folder(file);
        if (Files.isDirectory(file)) {
            throw new ShellException(Problem.BAD_FILE, path + " is a directory");
        }
        if (!Files.isDirectory(folder)) {
            throw new ShellException(Problem.BAD_FILE, "there is no directory " + folder);
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new ShellException(Problem.BAD_FILE, path + " cannot be written");
        }
    }

    void write(String path, byte[] content, boolean append) {
        Path file = resolve(path);
        try {
            if (append) {
                Files.write(file, content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } else if (Files.exists(file) && !Files.isRegularFile(file)) {
                // A device or a pipe is written to, not replaced.
                Files.write(file, content, StandardOpenOption.WRITE);
            } else {
                replace(Files.exists(file) ? file.toRealPath() : file, content);
            }
        } catch (AccessDeniedException denied) {
            throw new ShellException(Problem.BAD_FILE, path + " cannot be written", denied);
        } catch (IOException failed) {
            throw new ShellException(Problem.BAD_FILE, "cannot write " + path + ": " + reason(failed), failed);
        }
    }

    /** Leaves out the path, which is that of the temporary file. */
    private static String reason(IOException failed) {
        if (!(failed instanceof FileSystemException refused)) {
            return String.valueOf(failed.getMessage());
        }
        return refused.getReason() == null ? "the file system refuses it" : refused.getReason();
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path fresh = folder(file)
                .resolve(
                        "." + file.getFileName() + "." + ProcessHandle.current().pid() + "-"
                                + Thread.currentThread().getId() + ".tmp");
        try {
            Files.write(fresh, content);
            keepPermissions(file, fresh);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void keepPermissions(Path file, Path fresh) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && Files.exists(file)) {
            Files.setPosixFilePermissions(fresh, view.readAttributes().permissions());
        }
    }

    private Path resolve(String path) {
        try {
            return directory.resolve(path);
        } catch (InvalidPathException wrong) {
            throw new ShellException(Problem.BAD_FILE, "no file can be called " + path, wrong);
        }
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
