package io.github.hubsh.shell.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ConnectReply.CommandSocket;
import io.github.hubsh.core.message.ConnectReply.PublishSocket;
import io.github.hubsh.core.message.ConnectRequest;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.FakeHub;
import io.github.hubsh.core.testkit.FakeTransport;
import io.github.hubsh.core.testkit.FakeTransport.FakeSocket;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.MessageReader;
import io.github.hubsh.core.wire.MessageWriter;
import java.util.Map;

/** A {@link FakeHub} named {@code lab}, whose registry and whose place a test chooses. */
final class LabHub implements FakeTransport.Peer {
    /** Where commands go. */
    volatile String commands = "tcp://127.0.0.1:2";

    /** What those who register are told. */
    volatile Map<String, Object> registered = Map.of();

    /** Whether questions on the query socket are answered. */
    volatile boolean answers = true;

    private final Messages messages = Messages.create();
    private final FakeHub inner = new FakeHub();

    /** Whether requests on the command socket are answered. */
    void hears(boolean now) {
        inner.hears(now);
    }

    @Override
    public Delivery sent(FakeSocket socket, Frames frames) {
        if (socket.type() != SocketType.DEALER) {
            return inner.sent(socket, frames);
        }
        if (answers) {
            Message message = read(frames);
            Message reply = message instanceof ConnectRequest request
                    ? connected(request)
                    : messages.executeReply((ExecuteRequest) message, 1, registry());
            socket.arrive("hub".getBytes(UTF_8), new byte[0], MessageWriter.write(reply));
        }
        return Delivery.SENT;
    }

    /** Returns the message in what a socket has sent. */
    static Message read(Frames frames) {
        try {
            return MessageReader.read(frames.get(frames.size() - 1));
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    private Message connected(ConnectRequest request) {
        Endpoint endpoint = Endpoint.parse(commands);
        int port = endpoint.isTcp() ? endpoint.port() : 0;
        return messages.connectReply(
                request, "lab", new CommandSocket(commands, port, "hub"), new PublishSocket(commands + "3", port + 1));
    }

    private Payload registry() {
        try {
            return ContentData.encode(registered, Payload.JSON);
        } catch (ContentException e) {
            throw new AssertionError(e);
        }
    }
}
