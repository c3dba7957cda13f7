package io.github.hubsh.core.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.MessageReader;
import io.github.hubsh.core.wire.MessageWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A bare DEALER that sends the given frames: a peer as a hub may meet it, without our own code in between. */
public final class RawPeer implements AutoCloseable {
    private static final int NO_LIMIT = 0;

    private final ZContext context = new ZContext();
    private final ZMQ.Socket socket = context.createSocket(SocketType.DEALER);
    private final @Nullable InprocPeer inside; // in the place of the socket

    /** A client of the query socket. */
    public static RawPeer query(String uri) {
        return new RawPeer(uri, null);
    }

    /** A peer of the command socket under any name, even one that is not text. */
    public static RawPeer command(String uri, byte[] identity) {
        return new RawPeer(uri, identity);
    }

    private RawPeer(String uri, byte @Nullable [] identity) {
        if (uri.startsWith("inproc:")) {
            String name = identity == null ? null : new String(identity, UTF_8);
            inside = new InprocPeer(uri, io.github.hubsh.core.transport.SocketType.DEALER, name);
            return;
        }
        inside = null;
        socket.setHWM(NO_LIMIT);
        socket.setLinger(0);
        // A handshake of JeroMQ may stall: several are tried while the hub holds what is for this peer.
        socket.setHandshakeIvl(300);
        socket.setReconnectIVL(10);
        socket.setIPv6(uri.contains("["));
        if (identity != null) {
            socket.setIdentity(identity);
        }
        socket.connect(uri);
    }

    /** Sends these frames and no others. */
    public void sendFrames(byte[]... frames) {
        if (inside != null) {
            inside.send(frames);
            return;
        }
        for (int i = 0; i < frames.length; i++) {
            socket.send(frames[i], i < frames.length - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    /** Sends the empty delimiter and a payload, as REQ and ROUTER peers do. */
    public void send(byte[] payload) {
        sendFrames(new byte[0], payload);
    }

    public void send(String payload) {
        send(payload.getBytes(UTF_8));
    }

    public void send(Message message) {
        send(MessageWriter.write(message));
    }

    /** Returns the last frame of the next message. */
    public byte[] receive(Duration deadline) {
        byte[] frame = receiveFirst(deadline);
        if (frame == null) {
            throw new AssertionError("nothing came within " + deadline.toMillis() + " ms");
        }
        while (inside == null && socket.hasReceiveMore()) {
            frame = socket.recv();
        }
        return frame;
    }

    public Message receiveMessage(Duration deadline) {
        byte[] json = receive(deadline);
        try {
            return MessageReader.read(json);
        } catch (MalformedMessageException e) {
            throw new AssertionError("no message: " + new String(json, UTF_8), e);
        }
    }

    public List<Message> receiveMessages(int count, Duration deadline) {
        List<Message> messages = new ArrayList<>();
        while (messages.size() < count) {
            messages.add(receiveMessage(deadline));
        }
        return messages;
    }

    /** Returns whether nothing more comes in that time. */
    public boolean isQuietFor(Duration time) {
        return receiveFirst(time) == null;
    }

    /** Returns the first frame of the next message; in this process, where it comes whole, the last one. */
    private byte @Nullable [] receiveFirst(Duration time) {
        if (inside != null) {
            Frames frames = inside.receive(time);
            return frames == null ? null : frames.get(frames.size() - 1);
        }
        socket.setReceiveTimeOut((int) time.toMillis());
        return socket.recv();
    }

    @Override
    public void close() {
        if (inside != null) {
            inside.close();
        }
        context.close();
    }
}
