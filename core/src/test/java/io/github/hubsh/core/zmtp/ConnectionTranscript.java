package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.zmtp.Command.Cancel;
import io.github.hubsh.core.zmtp.Command.Ping;
import io.github.hubsh.core.zmtp.Command.Pong;
import io.github.hubsh.core.zmtp.Command.Subscribe;
import io.github.hubsh.core.zmtp.ZmtpEvent.Write;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a connection makes of bytes, as lines of text. A server accepts every peer, or decides later. */
final class ConnectionTranscript {
    private final ZmtpConnection connection;
    private final boolean accepts;
    private final MessageCollector collector = new MessageCollector();
    private final List<String> lines = new ArrayList<>();

    private ConnectionTranscript(ZmtpConnection connection, boolean accepts) {
        this.connection = connection;
        this.accepts = accepts;
    }

    static ConnectionTranscript of(ZmtpConnection connection) {
        return new ConnectionTranscript(connection, true);
    }

    static ConnectionTranscript undecided(ZmtpConnection connection) {
        return new ConnectionTranscript(connection, false);
    }

    ZmtpConnection connection() {
        return connection;
    }

    List<String> lines() {
        return lines;
    }

    /**
     * Feeds the bytes in pieces of these sizes, the last size again and again; what is not taken stays for the next.
     */
    ConnectionTranscript feed(byte[] bytes, int... sizes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        int piece = 0;
        for (int end = 0; end < bytes.length && connection.state() != ZmtpConnection.State.CLOSED; piece++) {
            end = sizes.length == 0
                    ? bytes.length
                    : Math.min(bytes.length, end + sizes[Math.min(piece, sizes.length - 1)]);
            drain(input.limit(end));
        }
        return this;
    }

    private void drain(ByteBuffer input) {
        try {
            int calls = 0;
            ZmtpEvent event = connection.receive(input);
            while (event != null) {
                record(event, input);
                if (connection.state() == ZmtpConnection.State.CLOSED) {
                    return;
                }
                if (++calls > input.limit() + 4) {
                    throw new AssertionError("does not end: " + lines);
                }
                event = connection.receive(input);
            }
        } catch (ZmtpException e) {
            lines.add("error: " + e.getMessage() + (e.reply().isEmpty() ? "" : " (the peer gets an ERROR)"));
        }
    }

    private void record(ZmtpEvent event, ByteBuffer input) {
        if (event instanceof FrameBytes piece) {
            record(collector.take(input, piece));
        } else if (event instanceof OpenedBytes opened) {
            record(collector.take(opened.buffer(), opened.piece()));
        } else {
            lines.add(text(event));
            if (event instanceof PeerReady && accepts && connection.state() == ZmtpConnection.State.DECIDING) {
                lines.add("write " + connection.accept());
            }
        }
    }

    private void record(@Nullable List<byte[]> message) {
        if (message != null) {
            lines.add("message "
                    + message.stream().map(Octets::of).map(Octets::toString).collect(Collectors.toList()));
        }
    }

    private static String text(ZmtpEvent event) {
        if (event instanceof Write write) {
            return "write " + write.bytes();
        } else if (event instanceof PeerReady ready) {
            return "ready " + ready.type() + " '" + ready.identity() + "'"
                    + (ready.key() == null ? "" : " " + ready.key());
        } else if (event instanceof PeerRefused refused) {
            return "refused '" + refused.reason() + "'";
        } else if (event instanceof Subscribe subscribe) {
            return "subscribe '" + subscribe.prefix() + "'";
        } else if (event instanceof Cancel cancel) {
            return "cancel '" + cancel.prefix() + "'";
        } else if (event instanceof Ping ping) {
            return "ping " + ping.ttlTenths() + " '" + ping.context() + "'";
        } else {
            return "pong '" + ((Pong) event).context() + "'";
        }
    }
}
