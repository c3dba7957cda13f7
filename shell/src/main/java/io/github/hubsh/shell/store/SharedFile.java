package io.github.hubsh.shell.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A file that several shells of one user change; other users cannot read it. May be used from any thread. */
public final class SharedFile {
    private static final int MAX_TRIES = 100;
    private static final long PAUSE_MILLIS = 20;

    private final Path path;
    private final long largest;

    /** What becomes of the content. */
    @FunctionalInterface
    public interface Change {
        /**
         * Returns the new content.
         *
         * @param before {@code null} where there is no file yet
         */
        byte[] of(byte @Nullable [] before) throws IOException;
    }

    /**
     * Names a file; its folder is made when something is written.
     *
     * @param largest in bytes; a larger one is not read
     */
    public SharedFile(Path path, long largest) {
        this.path = path.toAbsolutePath();
        this.largest = largest;
    }

    /** Returns the content, or {@code null} where there is no file. */
    public byte @Nullable [] read() throws IOException {
        if (!Files.exists(path)) {
            return null;
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException("not a regular file");
        }
        if (Files.size(path) > largest) {
            throw new IOException("larger than " + (largest >> 20) + " MB");
        }
        return Files.readAllBytes(path);
    }

    /** Changes the content while no other shell does. */
    public void change(Change change) throws IOException {
        Path folder = path.getParent();
        if (folder == null) {
            throw new IOException("no folder");
        }
        PrivateFolder.make(folder);
        try (FileChannel lock = PrivateFolder.lockFile(folder.resolve("." + path.getFileName() + ".lock"))) {
            await(lock);
            byte[] content = change.of(read());
            if (content.length > largest) {
                throw new IOException("it would be larger than " + (largest >> 20) + " MB");
            }
            replace(folder, content);
        }
    }

    /**
     * The holder of the lock reads and writes one small file; a shell that is stopped in the middle may hold it longer.
     * Tries again after a pause: {@code FileChannel.lock} waits without limit, and not at all for a thread of this
     * process.
     */
    private static void await(FileChannel channel) throws IOException {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            if (locked(channel)) {
                return;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while another shell was writing", stop);
            }
        }
        throw new IOException("another shell keeps it locked");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException anotherThread) {
            return false;
        }
    }

    /** A temporary file is 0600 by itself. A link stays one: what it leads to is replaced. */
    private void replace(Path folder, byte[] content) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path;
        Path parent = target.getParent();
        Path fresh = Files.createTempFile(parent == null ? folder : parent, ".", ".new");
        try {
            Files.write(fresh, content);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
