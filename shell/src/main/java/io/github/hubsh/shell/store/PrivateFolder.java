package io.github.hubsh.shell.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folders and lock files below folders that others may write to, as {@code /tmp}: what another user has put there
 * first, in a name that we use, neither stops a start nor leads it elsewhere.
 */
public final class PrivateFolder {
    private static final int OF_OTHERS = 0077;
    private static final int WRITABLE_BY_OTHERS = 0022;
    private static final int STICKY = 01000;
    private static final int KIND = 0170000;
    private static final int FOLDER = 0040000;

    private PrivateFolder() {}

    /**
     * Returns the first of these folders that is there or can be made, belongs to us, and is closed to others;
     * {@code null} if there is none. A folder of ours that is open to others is closed.
     *
     * @param choices of which the last parent may be missing, too
     */
    public static @Nullable Path first(List<Path> choices) {
        for (Path folder : choices) {
            try {
                if (isOurs(folder)) {
                    return folder;
                }
            } catch (IOException unusable) {
                // the next may do
            }
        }
        return null;
    }

    /**
     * Opens a file to lock, and makes it where there is none.
     *
     * @throws IOException if there is something else in its place: a link could lead anywhere, and to open a named pipe
     *     would wait for its reader
     */
    public static FileChannel lockFile(Path file) throws IOException {
        try {
            Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return FileChannel.open(file, fresh, permissions(file, "rw-------"));
        } catch (FileAlreadyExistsException known) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(file + " is not a regular file", known);
            }
            return FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Returns whether no other user can read or write a file. */
    public static boolean isPrivate(Path file) throws IOException {
        return !isPosix(file) || (number(Files.readAttributes(file, "unix:mode"), "mode") & OF_OTHERS) == 0;
    }

    /** Returns whether another user, who is not the administrator, can change a file, or what it is. */
    public static boolean othersCanChange(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!isPosix(file) || folder == null) {
            return false;
        }
        Map<String, Object> found = Files.readAttributes(file, "unix:mode,uid");
        Map<String, Object> link = Files.readAttributes(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        return (number(found, "mode") & WRITABLE_BY_OTHERS) != 0
                || !isTrusted(number(found, "uid"))
                || !isTrusted(number(link, "uid"))
                || !keepsEntries(folder);
    }

    private static boolean isTrusted(int user) throws IOException {
        return user == 0 || user == ourNumber();
    }

    /**
     * Makes a file that was not there.
     *
     * @param mode as {@code rw-------}: it never has another one, not even while it is written
     * @throws FileAlreadyExistsException if there is one, or a link to one that may be missing
     */
    public static void createFile(Path file, byte[] content, String mode) throws IOException {
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, fresh, permissions(file, mode))) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    /** Makes a folder and those above it that are missing, closed to others. */
    static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions(folder, "rwx------"));
        }
    }

    private static boolean isOurs(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            make(folder);
        }
        Path above = folder.toAbsolutePath().getParent();
        if (!isPosix(folder) || above == null) {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS); // the folders of Windows are the user's
        }
        // By number: names of users may come from a server.
        Map<String, Object> found = Files.readAttributes(folder, "unix:mode,uid", LinkOption.NOFOLLOW_LINKS);
        int mode = number(found, "mode");
        if ((mode & KIND) != FOLDER || number(found, "uid") != ourNumber() || !keepsEntries(above)) {
            return false;
        }
        if ((mode & OF_OTHERS) != 0) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return true;
    }

    /** Returns whether no other user can put another folder in the place of ours. */
    private static boolean keepsEntries(Path folder) throws IOException {
        Map<String, Object> found = Files.readAttributes(folder, "unix:mode,uid");
        int mode = number(found, "mode");
        return (mode & STICKY) != 0 || ((mode & WRITABLE_BY_OTHERS) == 0 && isTrusted(number(found, "uid")));
    }

    private static int ourNumber() throws IOException {
        Path process = Path.of("/proc/self");
        Path ours = Files.exists(process) ? process : Path.of(System.getProperty("user.home", "/"));
        return number(Files.readAttributes(ours, "unix:uid"), "uid");
    }

    private static int number(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Integer number ? number : -1;
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    static FileAttribute<?>[] permissions(Path path, String text) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }
}
