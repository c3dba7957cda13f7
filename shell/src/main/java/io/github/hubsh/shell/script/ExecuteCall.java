package io.github.hubsh.shell.script;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.argument.FaithfulArguments;
import io.github.hubsh.shell.argument.RequestBuilder;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.network.ContentKeys;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.PendingReply;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** A request of a script to a plugin. */
final class ExecuteCall implements Operation {
    /**
     * How it is sent.
     *
     * @param timeout {@code null} for the one of the settings
     * @param encoding a word for a MIME type; empty for the likely one
     */
    private record Manner(
            @Nullable Duration timeout, boolean silent, String encoding, Map<String, @Nullable Object> content) {
        static final Manner DEFAULT = new Manner(null, false, "", Map.of());

        /** Reads what {@code hub.js} writes: nothing, where a call says nothing. */
        static Manner read(String text) {
            if (text.isEmpty()) {
                return DEFAULT;
            }
            Map<String, @Nullable Object> said = ScriptText.readObject(text);
            return new Manner(
                    said.get("timeout") instanceof Number millis ? Operations.time(millis.doubleValue()) : null,
                    Boolean.TRUE.equals(said.get("silent")),
                    said.get("encoding") instanceof String word ? word : "",
                    said.get("content") instanceof String keys ? contentOf(ScriptText.read(keys)) : Map.of());
        }
    }

    private final Supplier<Session> connection;
    private final MessageJournal journal;
    private final String target;
    private final String command;
    private final @Nullable Object body;
    private final Manner manner;

    /** Reads the arguments, in the order in which {@code hub.js} gives them. */
    ExecuteCall(Supplier<Session> connection, MessageJournal journal, Value[] a) {
        this.connection = connection;
        this.journal = journal;
        this.target = a[0].asString();
        this.command = a[1].asString();
        this.body = ScriptText.read(a[2].asString());
        this.manner = Manner.read(a[3].asString());
        checkEncoding(manner.encoding, body);
    }

    @Override
    public String run() {
        Session session = connection.get();
        return text(send(session, session.hub().network()));
    }

    @Override
    public @Nullable Runnable start(Consumer<String> done) {
        Session session = connection.get();
        Network joined = session.hub().joined();
        if (joined == null) {
            return null;
        }
        PendingReply reply = send(session, joined);
        reply.onArrival(() -> done.accept(HostFunctions.guardedBeside(() -> text(reply))), CallThreads::execute);
        return reply::giveUp;
    }

    @Override
    public void awaitStart() {
        Network unused = connection.get().hub().network();
    }

    @Override
    public boolean keepsOrder() {
        return true;
    }

    private PendingReply send(Session session, Network network) {
        String mimeType =
                manner.encoding.isEmpty() ? likelyMimeType(session) : RequestBuilder.mimeType(manner.encoding);
        Duration patience = manner.timeout == null ? session.hub().settings().timeout() : manner.timeout;
        String addressee = network.peers().addressee(target);
        journal.sent(target, command, body);
        return journaled(() ->
                network.send(new Request(addressee, command, body, mimeType, manner.content, manner.silent, patience)));
    }

    private String text(PendingReply pending) {
        Reply reply = journaled(pending::await);
        journal.came(target, command, reply.value(), reply.roundTrip().toNanos() / 1e6);
        return ScriptText.write(reply.value());
    }

    private <T> T journaled(Supplier<T> step) {
        try {
            return step.get();
        } catch (ShellException failed) {
            journal.failed(target, command, failed.text());
            throw failed;
        }
    }

    /** What is no object of arguments goes as it is. */
    private String likelyMimeType(Session session) {
        return body instanceof Bytes
                ? Payload.BYTES
                : RequestBuilder.likelyMimeType(body, session.memory().catalog().atHand(target, command));
    }

    private static Map<String, @Nullable Object> contentOf(@Nullable Object value) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        if (value != null && !(value instanceof Map<?, ?>)) {
            throw new ShellException(Problem.USAGE, "content: expected an object of keys that stand beside the data");
        }
        if (value instanceof Map<?, ?> keys) {
            keys.forEach((key, each) -> content.put(String.valueOf(key), each));
        }
        content.forEach((key, each) -> {
            String flaw = ContentKeys.flaw(key, each);
            if (flaw != null) {
                throw new ShellException(Problem.USAGE, "content: " + flaw);
            }
        });
        return content;
    }

    private static void checkEncoding(String word, @Nullable Object body) {
        if (!word.isEmpty() && !RequestBuilder.MIME_TYPES.contains(word)) {
            throw new ShellException(
                    Problem.USAGE,
                    "there is no encoding '" + word + "'; there are " + String.join(", ", RequestBuilder.MIME_TYPES));
        }
        if (word.equals("json")) {
            FaithfulArguments.requireJson(body);
        }
    }
}
