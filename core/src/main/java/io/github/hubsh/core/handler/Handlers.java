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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    private volatile Entry others = Entry.atOnce(Handlers::unrecognized, null);

    /** @param inOrder whether requests start one at a time, in the order in which they came */
    private record Entry(
            Starter starter, boolean inOrder, @Nullable CommandDescription description) {
        static Entry atOnce(Responder responder, @Nullable CommandDescription description) {
            return new Entry(
                    request -> CompletableFuture.completedFuture(responder.respond(request)), false, description);
        }
    }

    /** Starts a request; what it throws is the outcome too. */
    private interface Starter {
        CompletableFuture<Outcome> start(ExecuteRequest request) throws Exception;
    }

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
        entries.put(command, Entry.atOnce(encoding(handler, mimeType), null));
        return this;
    }

    /** Adds a command that tells about itself; replaces one of the same name. */
    public Handlers add(String command, String mimeType, CommandDescription description, Handler handler) {
        return add(command, description, encoding(handler, mimeType));
    }

    /** Adds a command that tells about itself, and whose replies are encoded already; replaces one of the same name. */
    public Handlers add(String command, CommandDescription description, Responder responder) {
        entries.put(command, Entry.atOnce(responder, description));
        return this;
    }

    /**
     * Adds a command whose results come later; replaces one of the same name.
     *
     * @param description what the command tells about itself, which may be nothing
     */
    public Handlers addInOrder(
            String command, String mimeType, @Nullable CommandDescription description, AsyncHandler handler) {
        entries.put(command, new Entry(encodingLater(handler, mimeType), true, description));
        return this;
    }

    /**
     * Sets what answers the requests for all other commands; without it the answer is that there is no such command.
     */
    public Handlers addForOthers(Responder responder) {
        others = Entry.atOnce(responder, null);
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

    /** Returns whether requests for the command are to be started one at a time, in the order in which they came. */
    public boolean isInOrder(String command) {
        return entry(command).inOrder;
    }

    /**
     * Starts a request on the calling thread.
     *
     * @return what is completed with the outcome, and never fails: what the handler throws, an error included, is one
     */
    public CompletableFuture<Outcome> start(ExecuteRequest request) {
        try {
            return entry(request.command()).starter.start(request).exceptionally(Handlers::failure);
        } catch (Exception | Error e) {
            return CompletableFuture.completedFuture(failure(e));
        }
    }

    private Entry entry(String command) {
        return entries.getOrDefault(command, others);
    }

    private static Responder encoding(Handler handler, String mimeType) {
        return request -> {
            Object result = handler.execute(call(request));
            return new Result(ContentData.encode(result, mimeType));
        };
    }

    private static Starter encodingLater(AsyncHandler handler, String mimeType) {
        return request -> handler.start(call(request)).thenApply(result -> {
            try {
                return new Result(ContentData.encode(result, mimeType));
            } catch (ContentException e) {
                throw new CompletionException(e);
            }
        });
    }

    private static Call call(ExecuteRequest request) throws ContentException {
        return new Call(request, ContentData.decode(request.arguments()));
    }

    private static Outcome unrecognized(ExecuteRequest request) {
        String text = RemoteError.UNRECOGNIZED_COMMAND + request.command();
        return new Failure(new RemoteError("UnrecognizedCommand", text, List.of()));
    }

    private static Outcome failure(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return new Failure(
                cause instanceof ContentException
                        ? new RemoteError("ContentError", String.valueOf(cause.getMessage()), List.of())
                        : error(cause));
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
