package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.Scripting.Limits;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.graalvm.polyglot.io.FileSystem;

/**
 * The files that {@code import} sees: those beside the script and below, those that it was allowed to read, and the
 * module {@code hubsh}, which is no file at all. Nothing can be written, listed or asked about.
 */
final class ModuleFiles implements FileSystem {
    static final String HUBSH = "hubsh";
    private static final Path MODULE = Path.of(HUBSH);
    private static final long MAX_SIZE = 16L << 20;

    private final Path root;
    private final Path directory;
    private final Limits limits;
    private final Supplier<String> module;

    /**
     * Gives access to one script.
     *
     * @param root the folder of the script
     * @param directory that relative paths start from
     * @param module the source text of {@code hubsh}
     */
    ModuleFiles(Path root, Path directory, Limits limits, Supplier<String> module) {
        this.root = root;
        this.directory = directory;
        this.limits = limits;
        this.module = module;
    }

    @Override
    public Path parsePath(URI uri) {
        // A module such as node:fs is not in any folder, and is not found there.
        return "file".equals(uri.getScheme()) ? Path.of(uri) : Path.of(uri.toString());
    }

    @Override
    public Path parsePath(String path) {
        return Path.of(path);
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        if (!path.equals(MODULE)) {
            real(path);
        }
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        if (path.equals(MODULE)) {
            return new ByteChannelOfArray(module.get().getBytes(StandardCharsets.UTF_8));
        }
        Path real = real(path);
        if (Files.size(real) > MAX_SIZE) {
            throw new FileSystemException(path.toString(), null, "larger than " + (MAX_SIZE >> 20) + " MB");
        }
        byte[] bytes = Files.readAllBytes(real);
        long wrong = wrongLine(bytes);
        if (wrong > 0) {
            throw new FileSystemException(path.toString(), null, "line " + wrong + " is not UTF-8 text");
        }
        return new ByteChannelOfArray(bytes);
    }

    /**
     * Returns the line that is not UTF-8 text, counted from 1, or 0. The engine would read replacement characters, and
     * run those.
     */
    static long wrongLine(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        return StandardCharsets.UTF_8.newDecoder().decode(rest, text, true).isError()
                ? 1 + text.flip().chars().filter(c -> c == '\n').count()
                : 0;
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return path.equals(MODULE) ? path : directory.resolve(path).toAbsolutePath();
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) throws IOException {
        return path.equals(MODULE) ? path : real(path);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        throw refused(path);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        throw refused(path);
    }

    @Override
    public void delete(Path path) throws IOException {
        throw refused(path);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        throw refused(path);
    }

    /** Returns the file that a path means, symbolic links followed, if the script may import it. */
    private Path real(Path path) throws IOException {
        if (!path.isAbsolute()) {
            throw new NoSuchFileException(path.toString(), null, "a script imports 'hubsh' or './FILE.js'");
        }
        Path real = path.toRealPath();
        boolean allowed = real.startsWith(root.toRealPath());
        for (Path folder : limits.readable()) {
            allowed |= real.startsWith(directory.resolve(folder).toRealPath());
        }
        if (!allowed) {
            throw refused(path);
        }
        return real;
    }

    private static FileSystemException refused(Path path) {
        return new FileSystemException(
                path.toString(), null, "only files beside the script can be imported; --allow-read DIR allows more");
    }
}
