package io.github.hubsh.shell.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A small file to which many processes of one user add a few lines each, without a lock and without reading it. What a
 * writer adds is one write at the end of the file, so it is never mixed with what others add. Who merges it into
 * another file holds a lock of that one, takes all that was added, and forgets it when it is safe there.
 *
 * <p>A process may die within its write, or the disk be full: so an addition begins with a line end, and the reader has
 * to leave out an addition whose end is missing.
 */
public final class AppendedFile {
    private static final byte[] NOTHING = new byte[0];

    private final Path path;
    private final Path taken;
    private final long largest;

    /**
     * Names a file; its folder is made when something is written.
     *
     * @param largest in bytes; a file of this size gets nothing more
     */
    public AppendedFile(Path path, long largest) {
        this.path = path.toAbsolutePath();
        this.taken = this.path.resolveSibling(path.getFileName() + ".taken");
        this.largest = largest;
    }

    /** Returns whether there is something to read. */
    public boolean exists() {
        return isFile(path) || isFile(taken);
    }

    /** Returns whether something else has its name, such as a folder, a pipe or a link: nothing can be added then. */
    public boolean isForeign() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !isFile(path);
    }

    /**
     * Adds lines.
     *
     * @return how large the file is now, in bytes
     */
    public long append(byte[] lines) throws IOException {
        Path folder = path.getParent();
        if (folder != null) {
            PrivateFolder.make(folder);
        }
        long size = appendOnce(lines);
        // It may have been taken between our opening and our write.
        return size > 0 && isGone(size) ? appendOnce(lines) : size;
    }

    /** Returns all that was added and not forgotten. */
    public byte[] read() throws IOException {
        byte[] before = content(taken);
        byte[] since = content(path);
        byte[] all = new byte[before.length + since.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(since, 0, all, before.length, since.length);
        return all;
    }

    /** Returns what was added until now, and puts it aside; what is added from now on stays. For one at a time. */
    public byte[] take() throws IOException {
        if (!Files.exists(taken, LinkOption.NOFOLLOW_LINKS) && isFile(path)) {
            Files.move(path, taken, StandardCopyOption.ATOMIC_MOVE);
        }
        return content(taken);
    }

    /** Forgets what {@link #take} has returned. */
    public void forgetTaken() throws IOException {
        if (isFile(taken)) {
            Files.deleteIfExists(taken);
        }
    }

    private long appendOnce(byte[] lines) throws IOException {
        if (isForeign()) {
            throw new IOException(path + " is not a regular file");
        }
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
        try (FileChannel channel = FileChannel.open(path, options, PrivateFolder.permissions(path, "rw-------"))) {
            if (channel.size() < largest) {
                ByteBuffer addition = ByteBuffer.allocate(lines.length + 1);
                channel.write(addition.put((byte) '\n').put(lines).flip());
            }
            return channel.size();
        }
    }

    private boolean isGone(long size) throws IOException {
        return !Files.exists(path) || Files.size(path) < size;
    }

    /** What is larger, or no file, is not ours; to fail there would keep all else from being kept. */
    private byte[] content(Path file) throws IOException {
        return isFile(file) && Files.size(file) <= 2 * largest ? Files.readAllBytes(file) : NOTHING;
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
