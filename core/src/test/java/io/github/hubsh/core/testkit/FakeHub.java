package io.github.hubsh.core.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.ConnectReply.CommandSocket;
import io.github.hubsh.core.message.ConnectReply.PublishSocket;
import io.github.hubsh.core.message.ConnectRequest;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.FakeTransport.FakeSocket;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.MessageReader;
import io.github.hubsh.core.wire.MessageWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A hub at the other end of a {@link FakeTransport}: answers every request with no data, as long as it hears. */
public final class FakeHub implements FakeTransport.Peer {
    private final Messages messages = Messages.create();
    private final List<ExecuteRequest> ignored = new CopyOnWriteArrayList<>();
    private volatile boolean hears = true;
    private volatile UnaryOperator<String> rewritten = UnaryOperator.identity();

    /** Whether requests on the command socket are answered. */
    public void hears(boolean now) {
        hears = now;
    }

    /** Changes the text of every reply on the command socket. */
    public void rewrite(UnaryOperator<String> rewriting) {
        rewritten = rewriting;
    }

    /** Returns the requests that came on the command socket and were not answered. */
    public List<ExecuteRequest> ignored() {
        return ignored;
    }

    @Override
    public Delivery sent(FakeSocket socket, Frames frames) {
        Message message = message(frames);
        if (message instanceof ConnectRequest request) {
            CommandSocket command = new CommandSocket("tcp://127.0.0.1:2", 2, "hub");
            PublishSocket publish = new PublishSocket("tcp://127.0.0.1:3", 3);
            reply(socket, messages.connectReply(request, "hub", command, publish));
        } else if (message instanceof ExecuteRequest request) {
            if (socket.type() == SocketType.DEALER || hears) {
                reply(socket, messages.executeReply(request, 1, Payload.NONE));
            } else {
                ignored.add(request);
            }
        }
        return Delivery.SENT;
    }

    private void reply(FakeSocket socket, Message reply) {
        byte[] json = MessageWriter.write(reply);
        byte[] text = socket.type() == SocketType.DEALER
                ? json
                : rewritten.apply(new String(json, UTF_8)).getBytes(UTF_8);
        socket.arrive("hub".getBytes(UTF_8), new byte[0], text);
    }

    private static Message message(Frames frames) {
        try {
            return MessageReader.read(frames.get(frames.size() - 1));
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }
}
