package io.github.hubsh.shell.live;

import io.github.hubsh.shell.store.PrivateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our plugin name, ours alone among the shells of this user on this machine for as long as it is open.
 *
 * <p>Registries of reference hubs never shrink, so a fresh name for every run would fill them: the next run takes the
 * name that the last one has given back. A lock on a file says which are taken; the system frees it when the process
 * ends in any way.
 */
final class NameLease implements AutoCloseable {
    private static final int MAX_NUMBER = 1000;

    private final String name;
    private final @Nullable FileChannel lock;

    private NameLease(String name, @Nullable FileChannel lock) {
        this.name = name;
        this.lock = lock;
    }

    /**
     * Takes {@code base}, or {@code base-2}, {@code base-3} while that is taken.
     *
     * @param directories where the lock files may be; if none can be used, {@code base} is taken without a lock
     * @param from the number to start with: 1 for {@code base} itself
     */
    static NameLease take(String base, List<Path> directories, int from) {
        Path directory = PrivateFolder.first(directories);
        for (int number = from; number < MAX_NUMBER; number++) {
            String name = number == 1 ? base : base + "-" + number;
            if (directory == null) {
                return new NameLease(name, null);
            }
            try {
                FileChannel channel = PrivateFolder.lockFile(directory.resolve(name.replace('/', '_') + ".lock"));
                if (locked(channel)) {
                    return new NameLease(name, channel);
                }
                channel.close();
            } catch (IOException unusable) {
                return new NameLease(name, null);
            }
        }
        return new NameLease(base, null);
    }

    /** A name that was given exactly: it is taken without a lock. */
    static NameLease exactly(String name) {
        return new NameLease(name, null);
    }

    String name() {
        return name;
    }

    /** Returns the number behind the name, 1 for none. */
    int number() {
        int dash = name.lastIndexOf('-');
        try {
            return dash < 0 ? 1 : Integer.parseInt(name, dash + 1, name.length(), 10);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    @Override
    public void close() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                // the process's end frees it
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
