package io.github.hubsh.core.transport;

import io.github.hubsh.core.zmtp.Command;
import io.github.hubsh.core.zmtp.Command.Ping;
import io.github.hubsh.core.zmtp.Command.Pong;
import io.github.hubsh.core.zmtp.FrameBytes;
import io.github.hubsh.core.zmtp.FrameHeader;
import io.github.hubsh.core.zmtp.FrameSealer;
import io.github.hubsh.core.zmtp.Heartbeat;
import io.github.hubsh.core.zmtp.MessageCollector;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.OpenedBytes;
import io.github.hubsh.core.zmtp.PeerReady;
import io.github.hubsh.core.zmtp.PeerRefused;
import io.github.hubsh.core.zmtp.ZmtpConnection;
import io.github.hubsh.core.zmtp.ZmtpEvent;
import io.github.hubsh.core.zmtp.ZmtpEvent.Write;
import io.github.hubsh.core.zmtp.ZmtpException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection of a {@link ChannelSocket}: a channel that does not block, and the protocol on it. */
final class ChannelLink implements AutoCloseable {
    private static final int INPUT_BYTES = 64 << 10;

    /** How many bytes may wait before the peer's PINGs stay without an answer: it does not read. */
    private static final int MAX_UNSENT_FOR_PONG = 64 << 10;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ZmtpConnection connection;
    private final Listener listener;
    private final MessageCollector collector = new MessageCollector();
    private final ByteBuffer input = ByteBuffer.allocate(INPUT_BYTES).limit(0);
    private final UnsentBytes unsent = new UnsentBytes();
    private final Heartbeat heartbeat;

    // Mutable state, the owner's
    private ZmtpConnection.State reached = ZmtpConnection.State.GREETING;

    /** What the owner does with what comes. */
    interface Listener {
        void ready(ChannelLink link, PeerReady peer) throws IOException;

        void received(List<byte[]> message);

        /** Whether it takes no more messages for now: what has been read already waits here. */
        boolean isFull();
    }

    /** Takes over a channel that does not block, and that is connected or about to be. */
    ChannelLink(
            SocketChannel channel, Selector selector, ZmtpConnection connection, Heartbeat heartbeat, Listener listener)
            throws IOException {
        this.channel = channel;
        this.connection = connection;
        this.heartbeat = heartbeat;
        this.listener = listener;
        this.key = channel.register(selector, SelectionKey.OP_CONNECT);
    }

    /** Writes the first octets, as soon as it can. */
    void begin(Octets greeting) throws IOException {
        unsent.add(greeting.buffer());
        flush();
    }

    /** Returns how far the handshake came, before it ended or went on. */
    ZmtpConnection.State reached() {
        return reached;
    }

    boolean isReady() {
        return connection.state() == ZmtpConnection.State.TRAFFIC;
    }

    long unsentBytes() {
        return unsent.size();
    }

    /** Whether {@link #turn} has something to do, whatever the channel is ready for. */
    boolean hasInput() {
        return input.hasRemaining() && !listener.isFull();
    }

    /** Returns when {@link #tick} is due. */
    long nextDeadline() {
        return isReady() ? heartbeat.nextDeadline() : connection.nextDeadline();
    }

    /** Asks a silent peer for a sign of life, and gives up one that is late or dead. */
    void tick(long now) throws IOException, ZmtpException {
        connection.checkDeadline(now);
        if (isReady()) {
            switch (heartbeat.tick(now)) {
                case WAIT -> {}
                case SEND_PING -> send(new Ping(0, Octets.EMPTY));
                case DEAD -> throw new IOException("the peer gives no sign of life");
            }
        }
    }

    /** Does what the channel is ready for. */
    void turn() throws IOException, ZmtpException {
        if (channel.isConnectionPending() && !channel.finishConnect()) {
            return;
        }
        flush();
        read();
    }

    /** Sends one message, and what was queued before it. For a link that is ready. */
    void send(List<byte[]> frames) throws IOException {
        queue(frames);
        flush();
    }

    /** Takes one message that leaves with the next {@link #flush}. For a link that is ready. */
    void queue(List<byte[]> frames) {
        FrameSealer sealer = connection.sealer();
        for (int i = 0; i < frames.size(); i++) {
            byte[] frame = frames.get(i);
            FrameHeader header =
                    i < frames.size() - 1 ? FrameHeader.more(frame.length) : FrameHeader.last(frame.length);
            ByteBuffer start = ByteBuffer.allocate(header.bytes());
            header.writeTo(start);
            write(sealer, start.flip());
            write(sealer, ByteBuffer.wrap(frame));
        }
    }

    void send(Command command) throws IOException {
        write(connection.sealer(), connection.encode(command).buffer());
        flush();
    }

    /** Queues bytes of the traffic, a copy if they are sealed. */
    private void write(@Nullable FrameSealer sealer, ByteBuffer bytes) {
        if (sealer == null) {
            unsent.add(bytes);
        } else {
            ByteBuffer sealed = sealer.seal(bytes);
            unsent.add(ByteBuffer.allocate(sealed.remaining()).put(sealed).flip());
        }
    }

    @Override
    public void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // closed is closed
        }
    }

    private void read() throws IOException, ZmtpException {
        if (!input.hasRemaining()) {
            fill();
        }
        try {
            for (ZmtpEvent event = next(); event != null; event = next()) {
                take(event);
            }
        } catch (ZmtpException e) {
            unsent.add(e.reply().buffer());
            flush();
            throw e;
        }
        flush();
    }

    private void fill() throws IOException {
        int count = channel.read(input.clear());
        input.flip();
        if (count > 0) {
            heartbeat.received(System.nanoTime());
        }
        if (count < 0) {
            throw new EOFException("the peer has closed the connection");
        }
    }

    private @Nullable ZmtpEvent next() throws ZmtpException {
        if (listener.isFull()) {
            return null;
        }
        ZmtpEvent event = connection.receive(input);
        reached = connection.state() == ZmtpConnection.State.CLOSED ? reached : connection.state();
        return event;
    }

    private void take(ZmtpEvent event) throws IOException {
        if (event instanceof FrameBytes bytes) {
            List<byte[]> message = collector.take(input, bytes);
            if (message != null) {
                listener.received(message);
            }
        } else if (event instanceof OpenedBytes opened) {
            List<byte[]> message = collector.take(opened.buffer(), opened.piece());
            if (message != null) {
                listener.received(message);
            }
        } else if (event instanceof Write write) {
            unsent.add(write.bytes().buffer());
        } else if (event instanceof PeerReady ready) {
            listener.ready(this, ready);
        } else if (event instanceof PeerRefused refused) {
            throw new PeerRefusedException(refused.reason());
        } else if (event instanceof Ping ping) {
            answer(ping);
        } else if (event instanceof Pong) {
            heartbeat.pong();
        }
    }

    private void answer(Ping ping) {
        heartbeat.ping(ping);
        if (unsent.size() < MAX_UNSENT_FOR_PONG) {
            write(connection.sealer(), connection.encode(ping.pong()).buffer());
        }
    }

    /** Writes what the channel takes now; the rest leaves in {@link #turn}. */
    void flush() throws IOException {
        if (!channel.isConnected()) {
            return;
        }
        unsent.writeTo(channel);
        key.interestOps(unsent.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
}
