package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.Command;
import io.github.hubsh.core.zmtp.Command.Ping;
import io.github.hubsh.core.zmtp.Command.Pong;
import io.github.hubsh.core.zmtp.FrameBytes;
import io.github.hubsh.core.zmtp.Heartbeat;
import io.github.hubsh.core.zmtp.LocalSocket;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.PeerReady;
import io.github.hubsh.core.zmtp.PeerRefused;
import io.github.hubsh.core.zmtp.ZmtpConnection;
import io.github.hubsh.core.zmtp.ZmtpEvent;
import io.github.hubsh.core.zmtp.ZmtpEvent.Write;
import io.github.hubsh.core.zmtp.ZmtpException;
import io.github.hubsh.core.zmtp.ZmtpVersion;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One connection of a peer, with the protocol on it. On the loop only. */
final class PeerConnection extends ChannelInboundHandlerAdapter implements Peer, ServerMemory.Holder {
    private static final long HEARTBEAT_INTERVAL = TimeUnit.SECONDS.toNanos(2);
    private static final int MAX_MISSED_HEARTBEATS = 3;

    /**
     * How long the peer may take to greet first. A client of JeroMQ 0.6.0 that has our greeting before it has set its
     * connection up may never send its own.
     */
    private static final long GREETING_DELAY = TimeUnit.MILLISECONDS.toNanos(50);

    /** How long the peer may take to read why it is hung up on. */
    private static final long LAST_WRITE_TIMEOUT = TimeUnit.SECONDS.toNanos(1);

    private final ServerLoop loop;
    private final Channel channel;
    private final ZmtpConnection zmtp;
    private final Heartbeat heartbeat;
    private final Owner owner;
    private final IncomingMessage incoming;
    private final PeerInput input;
    private final InputGate decision;
    private final InputGate memory;
    private final PeerOutput output;
    private final PeerDebts debts;
    private final ReadTurns.Turn turn;
    private final long idleTimeout;
    private final Runnable delivery;

    // Mutable state
    private ByteBuf unread = Unpooled.EMPTY_BUFFER;
    private long reportedHeld;
    private long lastRead;
    private long lastPiece;
    private Octets identity = Octets.EMPTY;
    private boolean greeted;
    private boolean accepted;
    private boolean ended;
    private boolean unflushed;

    PeerConnection(ServerLoop loop, Channel channel, LocalSocket self, ServerLimits limits, Owner owner) {
        long now = System.nanoTime();
        MemoryBudget budget = loop.memory().budget();
        this.loop = loop;
        this.channel = channel;
        this.zmtp = new ZmtpConnection(self, limits.zmtp(), now);
        this.heartbeat = new Heartbeat(HEARTBEAT_INTERVAL, MAX_MISSED_HEARTBEATS, now);
        this.owner = owner;
        this.incoming = new IncomingMessage(channel.alloc(), budget);
        this.input = PeerInput.of(channel);
        this.decision = input.gate(PeerInput.Reason.DECISION);
        this.memory = input.gate(PeerInput.Reason.MEMORY);
        this.output = new PeerOutput(channel, loop.memory(), limits, now);
        this.debts = new PeerDebts(limits.maxUnsentBytes() / 2, input.gate(PeerInput.Reason.DEBTS), loop::schedule);
        this.turn = loop.turns().new Turn();
        this.idleTimeout = limits.idleTimeoutNanos();
        this.delivery = () -> loop.guarded(() -> owner.received(this, incoming.frames()));
        this.lastPiece = now;
    }

    @Override
    public Octets identity() {
        return identity;
    }

    @Override
    public void identify(Octets madeUp) {
        identity = madeUp;
    }

    @Override
    public boolean answersPing() {
        return zmtp.version() != ZmtpVersion.V3_0;
    }

    @Override
    public boolean takes(long size) {
        return output.takes(size);
    }

    @Override
    public boolean takesBroadcast(long size) {
        return output.takesBroadcast(size);
    }

    @Override
    public PeerDebts debts() {
        return debts;
    }

    @Override
    public void accept() {
        accepted = true;
        write(zmtp.accept());
        if (answersPing()) {
            // Only of a peer that has answered once, silence means that it is gone.
            ping();
        }
        ByteBuf rest = unread;
        unread = Unpooled.EMPTY_BUFFER;
        consume(rest);
        decision.resume();
    }

    @Override
    public void end() {
        ended = true;
        ChannelFuture unused = channel.close();
    }

    @Override
    public void ping() {
        write(zmtp.encode(new Ping(0, Octets.EMPTY)));
    }

    @Override
    public void send(OutgoingMessage message, PeerDebts.@Nullable Debt debt) {
        output.write(message, debt);
        flushLater();
    }

    @Override
    public void send(List<SharedBytes> frames, long size, PeerDebts.@Nullable Debt debt) {
        if (size > MessageBatch.MAX_MESSAGE_BYTES) {
            OutgoingMessage message =
                    new OutgoingMessage(ByteBufAllocator.DEFAULT, loop.memory().budget(), frames);
            send(message, debt);
            message.release();
        } else {
            output.add(frames, size, debt);
            flushLater();
        }
    }

    /** Returns how many bytes to read next, at the most. */
    int maxReadBytes() {
        return turn.maxBytes();
    }

    void flush() {
        unflushed = false;
        output.endBatch();
        channel.flush();
    }

    @Override
    public long heldBytes() {
        return incoming.heldBytes() + unread.readableBytes();
    }

    @Override
    public long unsentBytes() {
        return output.unsentBytes();
    }

    @Override
    public void pause() {
        memory.pause();
    }

    @Override
    public void resume() {
        memory.resume();
    }

    @Override
    public void disconnect(String reason) {
        if (!ended) {
            String name = identity.isEmpty() || identity.get(0) == 0 ? "" : " '" + identity + "'";
            LoggerFactory.getLogger(PeerConnection.class)
                    .warn("the peer{} at {} is disconnected: {}", name, channel.remoteAddress(), reason);
            loop.memory().countDisconnected();
            end();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        loop.memory().add(this);
        loop.schedule(this::greet, GREETING_DELAY);
        armTimer();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        greet();
        lastRead = System.nanoTime();
        heartbeat.received(lastRead);
        ByteBuf bytes = (ByteBuf) message;
        turn.read(bytes.readableBytes(), lastRead);
        consume(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        ended = true;
        loop.memory().remove(this);
        keepUnread(Unpooled.EMPTY_BUFFER);
        incoming.close();
        reportHeld();
        loop.guarded(() -> owner.ended(this));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log(cause.toString());
        end();
    }

    /** Takes what can be taken of a buffer, keeps the rest, and releases it. */
    private void consume(ByteBuf input) {
        if (ended || !input.isReadable()) {
            input.release();
            return;
        }
        ByteBuffer bytes = input.nioBuffer();
        int shift = input.readerIndex() - bytes.position();
        try {
            for (ZmtpEvent event = receive(bytes); event != null; event = receive(bytes)) {
                take(event, input, shift);
            }
            if (bytes.hasRemaining() && zmtp.state() == ZmtpConnection.State.DECIDING) {
                ByteBuf rest = input.slice(bytes.position() + shift, bytes.remaining());
                keepUnread(Unpooled.copiedBuffer(unread, rest));
            }
        } catch (ZmtpException e) {
            String reason = String.valueOf(e.getMessage());
            log(reason);
            owner.broken(this, reason);
            endWith(e.reply());
        } finally {
            incoming.endInput();
            input.release();
            reportHeld();
        }
    }

    private void reportHeld() {
        long now = incoming.heldBytes();
        loop.memory().changed(this, reportedHeld, now);
        reportedHeld = now;
    }

    private void keepUnread(ByteBuf rest) {
        loop.memory().budget().take(rest.readableBytes() - unread.readableBytes());
        unread.release();
        unread = rest;
    }

    private @Nullable ZmtpEvent receive(ByteBuffer bytes) throws ZmtpException {
        return ended || zmtp.state() == ZmtpConnection.State.CLOSED ? null : zmtp.receive(bytes);
    }

    private void take(ZmtpEvent event, ByteBuf input, int shift) {
        if (event instanceof FrameBytes piece) {
            incoming.take(input, piece.offset() + shift, piece);
            if (piece.endsMessage()) {
                turn.message();
                incoming.deliver(delivery);
            }
            lastPiece = lastRead;
        } else if (event instanceof Write write) {
            write(write.bytes());
        } else if (event instanceof PeerReady ready) {
            identity = ready.identity();
            decision.pause();
            owner.ready(this);
        } else if (event instanceof PeerRefused) {
            end();
        } else if (event instanceof Command command) {
            take(command);
        }
    }

    private void take(Command command) {
        if (command instanceof Ping ping) {
            heartbeat.ping(ping);
            if (output.isShort()) {
                write(zmtp.encode(ping.pong()));
            }
        } else if (command instanceof Pong) {
            heartbeat.pong();
        }
        owner.commanded(this, command);
    }

    private void write(Octets bytes) {
        output.write(bytes);
        flushLater();
    }

    private void endWith(Octets last) {
        ended = true;
        loop.schedule(this::end, LAST_WRITE_TIMEOUT);
        output.endBatch();
        ChannelFuture unused =
                channel.writeAndFlush(Unpooled.wrappedBuffer(last.toArray())).addListener(ChannelFutureListener.CLOSE);
    }

    private void flushLater() {
        if (!unflushed) {
            unflushed = true;
            loop.flushLater(this);
        }
    }

    private void greet() {
        if (!greeted && !ended) {
            greeted = true;
            write(zmtp.greeting());
        }
    }

    private void armTimer() {
        long deadline = accepted ? heartbeat.nextDeadline() : zmtp.nextDeadline();
        long now = System.nanoTime();
        loop.schedule(this::tick, Math.min(deadline - now, Math.min(idleTimeout, HEARTBEAT_INTERVAL)));
    }

    private void tick() {
        if (ended) {
            return;
        }
        try {
            long now = System.nanoTime();
            zmtp.checkDeadline(now);
            // Before a PING is written, which would count as something that waits.
            endIfIdle(now);
            if (input.isPaused()) {
                // The peer may say what it likes: we do not listen.
                heartbeat.received(now);
                lastPiece = now;
            } else if (accepted) {
                beat(heartbeat.tick(now));
            }
            armTimer();
        } catch (ZmtpException e) {
            log(String.valueOf(e.getMessage()));
            end();
        }
    }

    private void beat(Heartbeat.Verdict verdict) {
        switch (verdict) {
            case WAIT -> {}
            case SEND_PING -> {
                if (answersPing() && output.isShort()) {
                    ping();
                }
            }
            case DEAD -> {
                log("no sign of life");
                end();
            }
        }
    }

    private void endIfIdle(long now) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(idleTimeout);
        if (output.isStuck(now)) {
            disconnect("it has read nothing for " + seconds + " s, and " + unsentBytes() + " bytes wait for it");
        } else if (!input.isPaused() && incoming.heldBytes() > 0 && now - lastPiece >= idleTimeout) {
            disconnect("it has stopped in the middle of a message for " + seconds + " s");
        }
    }

    private void log(String reason) {
        LoggerFactory.getLogger(PeerConnection.class).debug("a connection of '{}' ends: {}", identity, reason);
    }
}
