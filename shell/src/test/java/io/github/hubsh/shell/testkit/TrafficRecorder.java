package io.github.hubsh.shell.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.plugin.Broadcast;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.shell.recording.LineWriter;
import io.github.hubsh.shell.recording.RecordingHeader;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Records what a real hub broadcasts, as a recording has it. */
public final class TrafficRecorder implements AutoCloseable {
    private final Instant start = Instant.now();
    private final LineWriter writer = new LineWriter(start);
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final Plugin plugin;

    // Mutable state, guarded by content
    private int replies;

    /** Records from now on. */
    public TrafficRecorder(String hubUri) {
        plugin = new Plugin("recorder", hubUri);
        plugin.onSubscribe(this::heard);
        plugin.reset(Duration.ofSeconds(60));
        plugin.subscribe("");
        content.writeBytes(
                LineWriter.line(new RecordingHeader(start, hubUri, plugin.hubName(), Map.of(), Map.of(), 1)));
    }

    /** Returns how many replies of plugins were recorded. */
    public int replies() {
        synchronized (content) {
            return replies;
        }
    }

    /** Writes what was recorded so far. */
    public Path write(Path file) throws IOException {
        synchronized (content) {
            return Files.write(file, content.toByteArray());
        }
    }

    @Override
    public void close() {
        plugin.close();
    }

    private void heard(Broadcast broadcast) {
        try {
            Message message = broadcast.message();
            boolean reply = broadcast.type().equals("execute_reply")
                    && !message.source().equals(plugin.hubName());
            synchronized (content) {
                content.writeBytes(
                        writer.line(new TimedBroadcast(Instant.now(), message, new String(broadcast.json(), UTF_8))));
                replies += reply ? 1 : 0;
            }
        } catch (MalformedMessageException e) {
            throw new IllegalStateException(e);
        }
    }
}
