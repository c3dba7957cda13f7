package io.github.hubsh.shell.app;

import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.FileEdges;
import io.github.hubsh.shell.session.io.OpenFile;
import io.github.hubsh.shell.word.ByteOrderMark;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** This machine's files, and the process's stdin. */
final class LocalFiles implements FileAccess {
    private static final long MAX_SIZE = 256L << 20;
    private static final String STDIN = "-";
    private static final int MAX_HEAD_SIZE = 64 << 10;

    private final Path directory;
    private final InputStream in;

    LocalFiles(Path directory, InputStream in) {
        this.directory = directory;
        this.in = in;
    }

    @Override
    public String text(String path) {
        byte[] content = bytes(path);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return ByteOrderMark.removed(text);
        } catch (CharacterCodingException notText) {
            throw new ShellException(Problem.BAD_FILE, path + " is not UTF-8 text", notText);
        }
    }

    private byte[] bytes(String path) {
        return opened(path, () -> path.equals(STDIN) ? in.readAllBytes() : read(directory.resolve(path)));
    }

    /** Not a channel: an interrupted thread can still read from it. */
    @Override
    public InputStream input(String path) {
        return opened(path, () -> path.equals(STDIN) ? in : stream(directory.resolve(path)));
    }

    @Override
    public FileEdges edges(String path) {
        Path file = directory.resolve(path);
        if (!Files.isRegularFile(file)) {
            return FileEdges.EMPTY;
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            long size = content.length();
            byte[] head = new byte[(int) Math.min(size, MAX_HEAD_SIZE)];
            content.readFully(head);
            content.seek(Math.max(0, size - 1));
            return new FileEdges(
                    ByteOrderMark.removed(new String(head, StandardCharsets.UTF_8)), content.read() == '\n');
        } catch (IOException failed) {
            throw new ShellException(Problem.BAD_FILE, "cannot read " + path + ": " + failed.getMessage(), failed);
        }
    }

    @Override
    public void requireWritable(String path) {
        new AtomicFileWriter(directory).requireWritable(path);
    }

    @Override
    public void write(String path, byte[] content, boolean append) {
        new AtomicFileWriter(directory).write(path, content, append);
    }

    @Override
    public OpenFile open(String path, boolean append) {
        return LocalOpenFile.of(path, directory.resolve(path), append);
    }

    private static <T> T opened(String path, Opening<T> opening) {
        try {
            return opening.open();
        } catch (NoSuchFileException missing) {
            throw new ShellException(Problem.BAD_FILE, "there is no file " + path, missing);
        } catch (AccessDeniedException denied) {
            throw new ShellException(Problem.BAD_FILE, "the file " + path + " cannot be read", denied);
        } catch (IOException | InvalidPathException failed) {
            throw new ShellException(Problem.BAD_FILE, "cannot read " + path + ": " + failed.getMessage(), failed);
        }
    }

    private static InputStream stream(Path path) throws IOException {
        if (!Files.isReadable(path)) {
            throw Files.exists(path)
                    ? new AccessDeniedException(path.toString())
                    : new NoSuchFileException(path.toString());
        }
        return new FileInputStream(path.toFile());
    }

    private static byte[] read(Path path) throws IOException {
        if (Files.isRegularFile(path) && Files.size(path) > MAX_SIZE) {
            throw new IOException("larger than " + (MAX_SIZE >> 20) + " MB");
        }
        return Files.readAllBytes(path);
    }

    /** Reads or opens a file. */
    private interface Opening<T> {
        T open() throws IOException;
    }
}
