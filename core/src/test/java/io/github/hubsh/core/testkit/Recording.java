package io.github.hubsh.core.testkit;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One recorded exchange of the Python reference; {@code golden/README.md} explains the format.
 *
 * @param name as the file, without its ending: {@code 10-plugin-ping.py2}
 * @param observed what the recording process saw come of it
 */
public record Recording(String name, String hubName, List<Event> events, JsonNode observed) {
    /** Reads what peers write, and keeps every digit. */
    public static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Frames as one process saw them at one of its sockets. */
    public record Event(String process, String socket, boolean incoming, List<byte[]> frames) {
        /** The frame that carries the message. */
        public byte[] json() {
            return frames.get(frames.size() - 1);
        }

        public boolean isAt(String otherProcess, String otherSocket) {
            return process.equals(otherProcess) && socket.equals(otherSocket);
        }
    }

    /** Every exchange there is, in order of name. */
    public static List<Recording> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().startsWith("pickles"))
                    .sorted()
                    .map(Recording::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the hub took in and sent out, in the order that it did. */
    public List<Event> hubEvents() {
        return events.stream().filter(event -> event.process().equals("hub")).toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Recording read(Path file) {
        try {
            JsonNode recording = JSON.readTree(file.toFile());
            List<Event> events = new ArrayList<>();
            recording.get("events").forEach(event -> events.add(event(event)));
            String name = file.getFileName().toString().replace(".json", "");
            return new Recording(name, recording.get("hub_name").asText(), events, recording.path("observed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Event event(JsonNode event) {
        List<byte[]> frames = new ArrayList<>();
        event.get("frames").forEach(frame -> frames.add(frame(frame)));
        return new Event(
                event.get("process").asText(),
                event.get("socket").asText(),
                event.get("direction").asText().equals("in"),
                frames);
    }

    private static byte[] frame(JsonNode frame) {
        return frame.isTextual()
                ? frame.asText().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(frame.get("base64").asText());
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(Recording.class.getResource("/golden"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
