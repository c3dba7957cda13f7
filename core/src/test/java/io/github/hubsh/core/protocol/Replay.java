package io.github.hubsh.core.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.Envelope;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.schema.MessageSchema;
import io.github.hubsh.core.testkit.ManualClock;
import io.github.hubsh.core.testkit.Recording;
import io.github.hubsh.core.testkit.Recording.Event;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.MessageReader;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.core.wire.ReceivedMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Gives our hub's machine the input of a recorded hub, and returns its output in the recorded form. */
final class Replay {
    private static final Envelope NO_WAY_BACK = new Envelope(List.of());

    private final ManualClock clock = new ManualClock();
    private final Messages messages = clock.messages();
    private final Handlers handlers = new Handlers();
    private final HubProtocol hub;

    Replay(Recording recording) {
        ConnectReply announced = announced(recording);
        hub = new HubProtocol(recording.hubName(), messages, announced.command(), announced.publish());
        handlers.add("ping", call -> "pong");
        handlers.add("register", call -> hub.registry());
        alreadyThere(recording).forEach(this::register);
    }

    /**
     * One output of a hub, without the parts that differ each time: identifiers, dates, counts, the wording of errors.
     *
     * @param to the socket, and on the command socket the receiver
     */
    record Sent(String to, JsonNode message) {
        @Override
        public String toString() {
            JsonNode header = message.path("header");
            return to + " " + header.path("msg_type").asText() + " "
                    + header.path("source").asText() + ">"
                    + header.path("target").asText()
                    + (message.path("content").path("error").asBoolean() ? " error" : "");
        }
    }

    /** Returns what our machine sends when this comes in. */
    List<Sent> take(Event event) {
        clock.advance(1_000_000);
        boolean query = event.socket().equals("query");
        if (!query && event.frames().size() != 3) {
            return List.of();
        }
        String peer = query ? "" : new String(event.frames().get(0), UTF_8);
        MessageOrigin from = new MessageOrigin(
                query ? MessageOrigin.Channel.QUERY : MessageOrigin.Channel.COMMAND, peer, NO_WAY_BACK);
        return carryOut(decide(from, event.json()), event.json());
    }

    /** Returns what a recorded hub sent, in the same form. */
    static Sent recorded(Event event) {
        String to = switch (event.socket()) {
            case "command" -> "command " + new String(event.frames().get(0), UTF_8);
            default -> event.socket();
        };
        return new Sent(to, normal(event.json()));
    }

    private List<HubAction> decide(MessageOrigin from, byte[] json) {
        try {
            ReceivedMessage received = ReceivedMessage.read(json);
            return hub.receive(from, new WireMessage(received.message(), received.json()), clock.nanos());
        } catch (MalformedMessageException e) {
            MalformedMessage malformed =
                    new MalformedMessage(e.header(), e.isSilent(), String.valueOf(e.getMessage()), json);
            return hub.receiveMalformed(from, malformed, clock.nanos());
        }
    }

    private List<Sent> carryOut(List<HubAction> actions, byte[] input) {
        List<Sent> sent = new ArrayList<>();
        for (HubAction action : actions) {
            if (action instanceof HubAction.Forward forward) {
                sent.add(new Sent("command " + forward.target(), normal(untouched(forward.message(), input))));
                if (forward.publish()) {
                    sent.add(new Sent("publish", normal(untouched(forward.message(), input))));
                }
            } else if (action instanceof HubAction.Reply reply) {
                boolean query = reply.to().channel() == MessageOrigin.Channel.QUERY;
                String to = query ? "query" : "command " + reply.to().peer();
                sent.add(new Sent(to, normal(MessageWriter.write(reply.message()))));
            } else if (action instanceof HubAction.Publish publish) {
                byte[] json = publish.message().json();
                sent.add(new Sent(
                        "publish",
                        normal(
                                json == null
                                        ? MessageWriter.write(publish.message().message())
                                        : json)));
            } else if (action instanceof HubAction.Execute execute) {
                sent.addAll(carryOut(execute(execute), input));
            }
        }
        return sent;
    }

    private List<HubAction> execute(HubAction.Execute execute) {
        Handlers.Outcome outcome = handlers.start(execute.request()).join();
        return outcome instanceof Handlers.Result result
                ? hub.executed(execute.from(), execute.request(), result.payload())
                : hub.failed(execute.from(), execute.request(), ((Handlers.Failure) outcome).error());
    }

    private static byte[] untouched(WireMessage forwarded, byte[] input) {
        byte[] json = Objects.requireNonNull(forwarded.json());
        if (json != input && MessageSchema.validate(input).isEmpty()) {
            throw new AssertionError("forwarding must pass on the very bytes that came");
        }
        return json;
    }

    private void register(String name) {
        MessageOrigin noWayBack = new MessageOrigin(MessageOrigin.Channel.QUERY, "", NO_WAY_BACK);
        hub.receive(noWayBack, WireMessage.of(messages.connectRequest(name, "hub")), clock.nanos());
    }

    /** Most recordings begin when these are connected already, in this order; strangers come later, if at all. */
    private static List<String> alreadyThere(Recording recording) {
        Set<String> peers = new HashSet<>();
        for (Event event : recording.hubEvents()) {
            if (event.socket().equals("command")) {
                peers.add(new String(event.frames().get(0), UTF_8));
            }
        }
        List<String> early = new ArrayList<>();
        if (peers.contains("client") || peers.contains("electrode_controller") || joins(recording)) {
            early.add("electrode_controller");
        }
        if (peers.contains("client") && !joins(recording)) {
            early.add("client");
        }
        if (peers.contains("probe")) {
            early.add("probe");
        }
        return early;
    }

    private static boolean joins(Recording recording) {
        return recording.name().startsWith("01-");
    }

    private static ConnectReply announced(Recording recording) {
        for (Event event : recording.hubEvents()) {
            if (event.socket().equals("query") && !event.incoming()) {
                try {
                    if (MessageReader.read(event.json()) instanceof ConnectReply reply) {
                        return reply;
                    }
                } catch (MalformedMessageException e) {
                    throw new AssertionError(recording + ": the hub sent what cannot be read", e);
                }
            }
        }
        Messages any = new ManualClock().messages();
        return any.connectReply(
                any.connectRequest("nobody", "hub"),
                "hub",
                new ConnectReply.CommandSocket("", 0, ""),
                new ConnectReply.PublishSocket("", 0));
    }

    private static JsonNode normal(byte[] json) {
        ObjectNode message = (ObjectNode) tree(json);
        if (message.path("header") instanceof ObjectNode header && message.has("parent_header")) {
            header.remove(List.of("msg_id", "date"));
        }
        if (message.path("content") instanceof ObjectNode content && content.has("status")) {
            content.remove(List.of("execution_count", "status"));
            content.put("data", value(json));
            content.remove("metadata");
            content.put(
                    "error",
                    !content.path("error").isNull() && !content.path("error").isMissingNode());
        }
        return message;
    }

    private static String value(byte[] json) {
        try {
            return MessageReader.read(json) instanceof ExecuteReply reply
                    ? String.valueOf(ContentData.decode(reply.result()))
                    : "";
        } catch (ContentException | MalformedMessageException e) {
            return "unreadable";
        }
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Recording.JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
