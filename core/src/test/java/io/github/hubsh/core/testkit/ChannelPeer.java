package io.github.hubsh.core.testkit;

import io.github.hubsh.core.zmtp.Command;
import io.github.hubsh.core.zmtp.FrameBytes;
import io.github.hubsh.core.zmtp.FrameHeader;
import io.github.hubsh.core.zmtp.MessageCollector;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.PeerReady;
import io.github.hubsh.core.zmtp.ZmtpConnection;
import io.github.hubsh.core.zmtp.ZmtpEvent;
import io.github.hubsh.core.zmtp.ZmtpEvent.Write;
import io.github.hubsh.core.zmtp.ZmtpException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;

/** A connection of room {@code zmtp} on a blocking channel, as small as it can be. It answers no PING. */
public final class ChannelPeer implements AutoCloseable {
    private final SocketChannel channel;
    private final ZmtpConnection connection;
    private final MessageCollector collector = new MessageCollector();
    private final ByteBuffer input = ByteBuffer.allocate(1 << 16).limit(0);

    /** Writes our greeting. */
    public ChannelPeer(SocketChannel channel, ZmtpConnection connection) throws IOException {
        this.channel = channel;
        this.connection = connection;
        write(connection.greeting());
    }

    public static ChannelPeer connect(SocketAddress address, ZmtpConnection connection) throws IOException {
        return new ChannelPeer(SocketChannel.open(address), connection);
    }

    /** Waits for the next event that is not a part of a handshake of ours to write. */
    public ZmtpEvent next() throws IOException, ZmtpException {
        while (true) {
            ZmtpEvent event = connection.receive(input);
            if (event instanceof Write write) {
                write(write.bytes());
            } else if (event != null) {
                return event;
            } else if (channel.read(input.clear()) < 0) {
                throw new EOFException();
            } else {
                input.flip();
            }
        }
    }

    public List<String> nextMessage() throws IOException, ZmtpException {
        List<byte[]> message = null;
        while (message == null) {
            message = collector.take(input, (FrameBytes) next());
        }
        return message.stream().map(String::new).toList();
    }

    /** Waits for the peer's description, and accepts it. */
    public PeerReady handshake() throws IOException, ZmtpException {
        PeerReady ready = (PeerReady) next();
        if (connection.state() == ZmtpConnection.State.DECIDING) {
            write(connection.accept());
        }
        return ready;
    }

    public void send(String... frames) throws IOException {
        for (int i = 0; i < frames.length; i++) {
            Octets frame = Octets.ofText(frames[i]);
            boolean last = i == frames.length - 1;
            FrameHeader header = last ? FrameHeader.last(frame.size()) : FrameHeader.more(frame.size());
            ByteBuffer bytes = ByteBuffer.allocate(header.bytes() + frame.size());
            header.writeTo(bytes);
            frame.writeTo(bytes);
            write(Octets.of(bytes.array()));
        }
    }

    public void send(Command command) throws IOException {
        write(connection.encode(command));
    }

    public void refuse(String reason) throws IOException {
        write(connection.refuse(reason));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void write(Octets bytes) throws IOException {
        for (ByteBuffer rest = bytes.buffer(); rest.hasRemaining(); ) {
            channel.write(rest);
        }
    }
}
