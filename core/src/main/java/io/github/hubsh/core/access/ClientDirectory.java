package io.github.hubsh.core.access;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.thread.DaemonThreads;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The clients of a hub, each a public certificate in a folder: {@code NAME.pub}, or {@code NAME.key} as pyzmq calls its
 * public files. What changes in the folder is taken up within half a second.
 *
 * <p>A file that cannot be read gives no access. One that is being written may be unreadable for a moment, so the last
 * version of it counts until the next look.
 *
 * <p>Any thread may call. {@link #refresh} is one look, which a test may call; {@link #watch} looks on a thread.
 */
public final class ClientDirectory implements Authorizer, AutoCloseable {
    private static final int MAX_FILES = 10_000;
    private static final long LOOK_MILLIS = 400;

    private static final Object ONE_MORE_LOOK = new Object();

    private final Path folder;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    // Mutable state, written under this
    private Map<String, ClientFile> files = Map.of();
    private volatile Map<CurveKey, AccessRights> rights = Map.of();
    private volatile List<String> problems = List.of();
    private @Nullable Thread thread;

    private ClientDirectory(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a folder; without {@link #watch} it is looked at once.
     *
     * @throws IOException if it is no folder, or cannot be read
     */
    public static ClientDirectory read(Path folder) throws IOException {
        ClientDirectory directory = new ClientDirectory(folder);
        directory.look();
        return directory;
    }

    /** Reads a folder, and watches it from now on. */
    public static ClientDirectory open(Path folder) throws IOException {
        ClientDirectory directory = read(folder);
        directory.watch();
        return directory;
    }

    @Override
    public @Nullable AccessRights rights(CurveKey key) {
        return rights.get(key);
    }

    @Override
    public List<AccessRights> rightsOfName(String name) {
        return rights.values().stream().filter(each -> each.name(name) == null).toList();
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Returns how many clients there are. */
    public int size() {
        return rights.size();
    }

    /** Returns what is wrong with files that give no access, one line each. */
    public List<String> problems() {
        return problems;
    }

    /** Looks once. A folder that cannot be read any more gives no access. */
    public void refresh() {
        boolean changed;
        try {
            changed = look();
        } catch (IOException | DirectoryIteratorException e) {
            changed = take(Map.of(), List.of(folder + " cannot be read: " + e));
        }
        if (changed) {
            listeners.forEach(Runnable::run);
        }
    }

    /** Ends the watching; the rights stay as they are. */
    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    private synchronized void watch() {
        thread = DaemonThreads.start("hubsh-clients", () -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    // Polled: not every file system gives the events of a watch.
                    Thread.sleep(LOOK_MILLIS);
                    guardedRefresh();
                }
            } catch (InterruptedException e) {
                // closed
            }
        });
    }

    /** Without this thread, a key that is taken away would stay for ever. */
    private void guardedRefresh() {
        try {
            refresh();
        } catch (RuntimeException | Error e) {
            LoggerFactory.getLogger(ClientDirectory.class).warn("{} could not be looked at: {}", folder, e.toString());
        }
    }

    private synchronized boolean look() throws IOException {
        Map<String, ClientFile> now = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, ClientDirectory::isClient)) {
            for (Path file : all) {
                ClientFile.Stamp stamp = ClientFile.Stamp.of(file);
                if (now.size() == MAX_FILES) {
                    wrong.add("there are more than " + MAX_FILES + " files; the others give no access");
                    break;
                }
                if (stamp != null) {
                    String name = file.getFileName().toString();
                    now.put(name, version(files.get(name), file, stamp));
                }
            }
        }
        return take(now, wrong);
    }

    private static boolean isClient(Path file) {
        return ClientFile.isNamed(file.getFileName().toString());
    }

    private static ClientFile version(@Nullable ClientFile last, Path file, ClientFile.Stamp stamp) {
        if (last != null && last.stamp().equals(stamp)) {
            return last;
        }
        ClientFile read = ClientFile.read(file, stamp);
        // The stamp of a version that is given one more look is none, so that it is read again.
        return read.isBroken()
                        && last != null
                        && !last.isBroken()
                        && last.stamp().identity() != ONE_MORE_LOOK
                ? new ClientFile(
                        new ClientFile.Stamp(stamp.modified(), -1, ONE_MORE_LOOK), last.key(), last.rights(), "")
                : read;
    }

    private synchronized boolean take(Map<String, ClientFile> now, List<String> wrong) {
        Map<CurveKey, AccessRights> next = new HashMap<>();
        Map<CurveKey, String> owners = new HashMap<>();
        List<String> found = new ArrayList<>(wrong);
        now.forEach((name, file) -> {
            CurveKey key = file.key();
            AccessRights granted = file.rights();
            if (key == null || granted == null) {
                found.add(file.problem());
            } else if (owners.putIfAbsent(key, name) != null) {
                found.add(name + " has the key of " + owners.get(key) + ", and does not count");
            } else {
                next.put(key, granted);
            }
        });
        boolean changed = !now.equals(files) || !found.equals(problems);
        files = now;
        rights = Map.copyOf(next);
        if (!found.equals(problems)) {
            found.forEach(each -> LoggerFactory.getLogger(ClientDirectory.class).warn("{}: {}", folder, each));
        }
        problems = List.copyOf(found);
        return changed;
    }
}
