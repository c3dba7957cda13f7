package io.github.hubsh.shell.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.FileEdges;
import io.github.hubsh.shell.session.io.OpenFile;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that one recording goes into: the one that was named, which may be a recording already, and when one is
 * full the next free name with a number.
 *
 * @param path of the first one
 * @param limit how large each may become, in bytes; {@code null} for one file
 */
public record RecordingFiles(String path, @Nullable Long limit, FileAccess files) {
    private static final int MAX_PARTS = 100_000;
    private static final char GZIP_FIRST = 0x1f;

    /**
     * Opens the first file.
     *
     * @throws ShellException BAD_FILE if it is no recording, ends within a line that cannot be left there, or cannot be
     *     written
     */
    RecordingOutput first(RecordingHeader header) {
        files.requireWritable(path);
        FileEdges edges = files.edges(path);
        if (edges.head().isEmpty()) {
            return open(path, "", header);
        } else if (isGzip()) {
            if (edges.head().charAt(0) != GZIP_FIRST) {
                throw noRecording();
            }
            requireWholeMembers();
            return open(path, "", header);
        }
        requireRecording(edges);
        return open(path, edges.endsLine() ? "" : "\n", header);
    }

    /** Opens the next file, which is new, for the part that the header says or a later one. */
    RecordingOutput next(RecordingHeader header) {
        for (int number = header.part(); number < MAX_PARTS; number++) {
            String name = name(number);
            if (files.edges(name).equals(FileEdges.EMPTY)) {
                return open(name, "", header);
            }
        }
        throw new ShellException(Problem.BAD_FILE, "there are too many parts of " + path)
                .hint("record into another file");
    }

    /** Returns the name with a number before its ending: {@code rec-2.jsonl.gz}. */
    String name(int number) {
        int begin = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
        String lower = path.toLowerCase(Locale.ROOT);
        int end = isGzip() ? lower.length() - ".gz".length() : lower.length();
        int dot = lower.lastIndexOf('.', end - 1);
        int at = dot > begin ? dot : end;
        return path.substring(0, at) + "-" + number + path.substring(at);
    }

    boolean isGzip() {
        return path.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private RecordingOutput open(String name, String before, RecordingHeader header) {
        OpenFile file = files.open(name, true);
        try {
            RecordingOutput output = new RecordingOutput(file, isGzip());
            output.add(before.getBytes(UTF_8));
            output.add(LineWriter.line(header));
            output.write();
            return output;
        } catch (ShellException failed) {
            file.close();
            throw failed;
        }
    }

    private void requireRecording(FileEdges edges) {
        String first = edges.head().split("\n", 2)[0];
        try {
            if (RecordingHeader.of(LineReader.facts(first.getBytes(UTF_8))) == null) {
                throw noRecording();
            }
        } catch (ContentException other) {
            throw noRecording();
        }
    }

    private ShellException noRecording() {
        return new ShellException(Problem.BAD_FILE, path + " is there, and is no recording")
                .hint("record into another file; this one stays as it is");
    }

    /**
     * Makes sure of a file in gzip that it is a recording, and was not cut: behind a member that was, nothing could be
     * read.
     *
     * @throws ShellException BAD_FILE
     */
    public void requireWholeMembers() {
        try (LineSplitter lines = LineSplitter.of(files.input(path))) {
            byte[] first = lines.next();
            Map<?, ?> facts = first == null ? Map.of() : LineReader.facts(first);
            if (RecordingHeader.of(facts) == null) {
                throw noRecording();
            }
            while (lines.next() != null) {
                ShellException.throwIfInterrupted();
            }
            if (lines.isCut()) {
                throw new ShellException(Problem.BAD_FILE, path + " was cut when its recorder was killed")
                        .hint("recording cut " + path + " > whole.jsonl keeps all that can be read; use that, "
                                + "or another file");
            }
        } catch (IOException | ContentException unreadable) {
            throw noRecording();
        }
    }
}
