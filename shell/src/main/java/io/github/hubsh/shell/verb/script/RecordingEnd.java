package io.github.hubsh.shell.verb.script;

import io.github.hubsh.shell.recording.LineWriter;
import io.github.hubsh.shell.recording.RecordingFiles;
import io.github.hubsh.shell.recording.RecordingHeader;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.FileEdges;
import io.github.hubsh.shell.session.io.OpenFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The end of a recording, to which lines are added: behind a header of their own, which says where they come from. */
final class RecordingEnd implements AutoCloseable {
    /** How a file in gzip begins, where it is read as text. */
    private static final String GZIP = "\u001f";

    private final String file;
    private final FileAccess files;
    private final String uri;
    private final String version;
    private final Instant start = Instant.now();
    private final boolean gzip;
    private final boolean needsLineEnd;

    // Mutable state, guarded by this
    private @Nullable OpenFile open;

    private RecordingEnd(String file, String uri, Session session) {
        this.file = file;
        this.files = session.io().files();
        this.uri = uri;
        this.version = session.program().services().version();
        FileEdges edges = files.edges(file);
        this.gzip = isGzip(edges);
        this.needsLineEnd = !gzip && !edges.endsLine();
    }

    /** Returns the end of a file that can be written; nothing is written yet. */
    static RecordingEnd of(String file, String uri, Session session) {
        session.io().files().requireWritable(file);
        if (isGzip(session.io().files().edges(file))) {
            new RecordingFiles(file, null, session.io().files()).requireWholeMembers();
        }
        return new RecordingEnd(file, uri, session);
    }

    /** Returns what writes lines that may be added. */
    LineWriter lines() {
        return new LineWriter(start);
    }

    /** Adds whole lines; they are in the file at once. */
    synchronized void add(byte[] lines, String hubName) {
        OpenFile file = open;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (file == null) {
            file = files.open(this.file, true);
            open = file;
            if (needsLineEnd) {
                all.write('\n');
            }
            all.writeBytes(
                    LineWriter.line(new RecordingHeader(start, uri, hubName, Map.of("hubsh", version), Map.of(), 1)));
        }
        all.writeBytes(lines);
        file.write(gzip ? member(all.toByteArray()) : all.toByteArray());
    }

    @Override
    public synchronized void close() {
        OpenFile file = open;
        if (file != null) {
            file.close();
        }
    }

    private static boolean isGzip(FileEdges edges) {
        return edges.head().startsWith(GZIP);
    }

    private static byte[] member(byte[] content) {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(member)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return member.toByteArray();
    }
}
