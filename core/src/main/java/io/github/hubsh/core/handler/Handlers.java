package io.github.hubsh.core.handler;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Command names and what executes them. Thread-safe: commands may be added while others run. */
public final class Handlers {
    private static final int MAX_TRACEBACK_LENGTH = 40;

    /** The command by which others learn what there is. */
    public static final String DESCRIBE = "describe";

    /** Counts the shapes of what {@link #DESCRIBE} answers. */
    private static final long DESCRIPTION_VERSION = 1;

    private static final CommandDescription SELF =
            CommandDescription.of("describe the commands, their arguments and examples");

    private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();
    private volatile Responder others = Handlers::unrecognized;

    private record Entry(Responder responder, @Nullable CommandDescription description) {}

    /** What came of a request. */
    public sealed interface Outcome {}

    /** A result, encoded; {@link Payload#NONE} for no data. */
    public record Result(Payload payload) implements Outcome {}

    public record Failure(RemoteError error) implements Outcome {}

    /** Starts with {@code describe}, which publishes what the others are; it may be replaced. */
    public Handlers() {
        add(DESCRIBE, Payload.JSON, SELF, call -> published());
    }

    /** Adds a command whose result travels as a pickle, which every peer reads; replaces one of the same name. */
    public Handlers add(String command, Handler handler) {
        return add(command, Payload.PICKLE, handler);
    }

    /**
     * Adds a command; replaces one of the same name.
     *
     * @param mimeType how the result travels: {@code application/python-pickle}, {@code application/json},
     *     {@code application/x-yaml}, {@code text/plain} or {@code application/octet-stream}
     */
    public Handlers add(String command, String mimeType, Handler handler) {
        entries.put(command, new Entry(encoding(handler, mimeType), null));
        return this;
    }

    /** Adds a command that tells about itself; replaces one of the same name. */
    public Handlers add(String command, String mimeType, CommandDescription description, Handler handler) {
        return add(command, description, encoding(handler, mimeType));
    }

    /** Adds a command that tells about itself, and whose replies are encoded already; replaces one of the same name. */
    public Handlers add(String command, CommandDescription description, Responder responder) {
        entries.put(command, new Entry(responder, description));
        return this;
    }

    /**
     * Sets what answers the requests for all other commands; without it the answer is that there is no such command.
     */
    public Handlers addForOthers(Responder responder) {
        others = responder;
        return this;
    }

    /** Returns the names of the commands, sorted. */
    public Set<String> commands() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** Returns what {@code describe} answers: each command with what it tells about itself, which may be nothing. */
    public Map<String, Object> published() {
        Map<String, Object> commands = new LinkedHashMap<>();
        entries.forEach((name, entry) ->
                commands.put(name, entry.description == null ? Map.of() : entry.description.published()));
        return Map.of("commands", commands, "version", DESCRIPTION_VERSION);
    }

    /** Runs a request on the calling thread. What the handler throws, an error included, is the outcome. */
    public Outcome run(ExecuteRequest request) {
        Entry entry = entries.get(request.command());
        try {
            return (entry == null ? others : entry.responder).respond(request);
        } catch (ContentException e) {
            return new Failure(new RemoteError("ContentError", String.valueOf(e.getMessage()), List.of()));
        } catch (Exception | Error e) {
            return new Failure(error(e));
        }
    }

    private static Responder encoding(Handler handler, String mimeType) {
        return request -> {
            Object result = handler.execute(new Call(request, ContentData.decode(request.arguments())));
            return new Result(ContentData.encode(result, mimeType));
        };
    }

    private static Outcome unrecognized(ExecuteRequest request) {
        String text = RemoteError.UNRECOGNIZED_COMMAND + request.command();
        return new Failure(new RemoteError("UnrecognizedCommand", text, List.of()));
    }

    private static RemoteError error(Throwable thrown) {
        String message = thrown.getMessage();
        List<String> traceback = Arrays.stream(thrown.getStackTrace())
                .limit(MAX_TRACEBACK_LENGTH)
                .map(frame -> "at " + frame)
                .toList();
        return new RemoteError(thrown.getClass().getSimpleName(), message == null ? "" : message, traceback);
    }
}
