package io.github.hubsh.core.server;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.zmtp.Command;
import io.github.hubsh.core.zmtp.FrameBytes;
import io.github.hubsh.core.zmtp.Heartbeat;
import io.github.hubsh.core.zmtp.LocalSocket;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.OpenedBytes;
import io.github.hubsh.core.zmtp.PeerReady;
import io.github.hubsh.core.zmtp.PeerRefused;
import io.github.hubsh.core.zmtp.ZmtpConnection;
import io.github.hubsh.core.zmtp.ZmtpEvent;
import io.github.hubsh.core.zmtp.ZmtpException;
import io.github.hubsh.core.zmtp.ZmtpVersion;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One connection of a peer, with the protocol on it. On the loop only. */
final class PeerConnection extends ChannelInboundHandlerAdapter implements Peer, ServerMemory.Holder {
    private final ServerLoop loop;
    private final Channel channel;
    private final ZmtpConnection zmtp;
    private final Owner owner;
    private final IncomingMessage incoming;
    private final PeerInput input;
    private final InputGate decision;
    private final InputGate memory;
    private final InputGate handshake;
    private final UnreadBytes unread;
    private final PeerOutput output;
    private final PeerWatch watch;
    private final PeerPendingBytes pendingBytes;
    private final ReadTurns.Turn turn;
    private final Runnable delivery;

    // Mutable state
    private long reportedHeld;
    private Octets identity = Octets.EMPTY;
    private @Nullable CurveKey key;
    private boolean greeted;
    private boolean accepted;
    private boolean ended;
    private boolean unflushed;

    PeerConnection(ServerLoop loop, Channel channel, LocalSocket self, ServerLimits limits, Owner owner) {
        long now = System.nanoTime();
        MemoryBudget budget = loop.memory().budget();
        this.loop = loop;
        this.channel = channel;
        this.zmtp = new ZmtpConnection(self, loop.security().mechanism(), limits.zmtp(), now);
        this.owner = owner;
        this.incoming = new IncomingMessage(channel.alloc(), budget);
        this.input = PeerInput.of(channel);
        this.decision = input.gate(PeerInput.Reason.DECISION);
        this.memory = input.gate(PeerInput.Reason.MEMORY);
        this.handshake = input.gate(PeerInput.Reason.HANDSHAKE);
        this.unread = new UnreadBytes(budget);
        this.output = new PeerOutput(channel, loop.memory(), limits, now);
        this.watch = new PeerWatch(output, limits.idleTimeoutNanos(), now);
        this.pendingBytes = new PeerPendingBytes(
                limits.maxUnsentBytes() / 2, input.gate(PeerInput.Reason.PENDING_BYTES), loop::schedule);
        this.turn = loop.turns().new Turn();
        this.delivery = () -> loop.guarded(() -> owner.received(this, incoming.frames()));
    }

    @Override
    public Octets identity() {
        return identity;
    }

    @Override
    public @Nullable CurveKey key() {
        return key;
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
    public PeerPendingBytes pendingBytes() {
        return pendingBytes;
    }

    @Override
    public void accept() {
        accepted = true;
        write(zmtp.accept());
        zmtp.useMemory(new SealedMemory(channel.alloc()));
        output.seal(zmtp.sealer());
        if (answersPing()) {
            // Only of a peer that has answered once, silence means that it is gone.
            ping();
        }
        consume(unread.take());
        decision.resume();
    }

    @Override
    public void refuse(String reason) {
        log(reason);
        endWith(zmtp.refuse(reason));
    }

    @Override
    public void end() {
        ended = true;
        ChannelFuture unused = channel.close();
    }

    @Override
    public void ping() {
        write(zmtp.encode(new Command.Ping(0, Octets.EMPTY)));
    }

    @Override
    public void send(OutgoingMessage message, PeerPendingBytes.@Nullable Pending pending) {
        output.write(message, pending);
        flushLater();
    }

    @Override
    public void send(List<SharedBytes> frames, long size, PeerPendingBytes.@Nullable Pending pending) {
        output.write(frames, size, pending);
        flushLater();
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
        return incoming.heldBytes() + unread.size();
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
        loop.schedule(this::greet, PeerWatch.GREETING_DELAY);
        armTimer();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        greet();
        long now = System.nanoTime();
        watch.read(now);
        ByteBuf bytes = (ByteBuf) message;
        turn.read(bytes.readableBytes(), now);
        if (accepted || !loop.security().mechanism().isCurve()) {
            consume(bytes);
        } else {
            awaitTurn(bytes);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        ended = true;
        loop.memory().remove(this);
        unread.take().release();
        loop.security().left(channel.remoteAddress(), zmtp);
        zmtp.close();
        incoming.close();
        reportHeld();
        loop.guarded(() -> owner.ended(this));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log(cause.toString());
        end();
    }

    /** A step of a CURVE handshake costs much: it waits for its turn, and meanwhile nothing is read. */
    private void awaitTurn(ByteBuf bytes) {
        unread.add(bytes);
        bytes.release();
        handshake.pause();
        loop.handshakes().add(this::takeStep);
    }

    private void takeStep() {
        consume(unread.take());
        handshake.resume();
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
                unread.add(input.slice(bytes.position() + shift, bytes.remaining()));
            }
        } catch (ZmtpException e) {
            String reason = String.valueOf(e.getMessage());
            log(reason);
            if (e.concernsSecurity()) {
                loop.security().refused(channel.remoteAddress(), identity, key, reason);
            } else {
                owner.broken(this, reason);
            }
            endWith(e.reply());
        } finally {
            incoming.endInput();
            input.release();
            reportHeld();
        }
    }

    private void reportHeld() {
        incoming.holdSealed(ended ? 0 : zmtp.heldBytes());
        long now = incoming.heldBytes();
        loop.memory().changed(this, reportedHeld, now);
        reportedHeld = now;
    }

    private @Nullable ZmtpEvent receive(ByteBuffer bytes) throws ZmtpException {
        return ended || zmtp.state() == ZmtpConnection.State.CLOSED ? null : zmtp.receive(bytes);
    }

    private void take(ZmtpEvent event, ByteBuf input, int shift) {
        if (event instanceof FrameBytes piece) {
            incoming.take(input, piece.offset() + shift, piece);
            taken(piece);
        } else if (event instanceof OpenedBytes opened) {
            incoming.take(opened);
            taken(opened.piece());
        } else if (event instanceof ZmtpEvent.Write write) {
            write(write.bytes());
        } else if (event instanceof PeerReady ready) {
            identity = ready.identity();
            key = ready.key();
            decision.pause();
            owner.ready(this);
        } else if (event instanceof PeerRefused) {
            end();
        } else if (event instanceof Command command) {
            take(command);
        }
    }

    private void taken(FrameBytes piece) {
        if (piece.endsMessage()) {
            turn.message();
            incoming.deliver(delivery);
        }
        watch.piece();
    }

    private void take(Command command) {
        if (command instanceof Command.Ping ping) {
            watch.ping(ping);
            if (output.isShort()) {
                write(zmtp.encode(ping.pong()));
            }
        } else if (command instanceof Command.Pong) {
            watch.pong();
        }
        owner.commanded(this, command);
    }

    private void write(Octets bytes) {
        output.write(bytes);
        flushLater();
    }

    private void endWith(Octets last) {
        ended = true;
        loop.schedule(this::end, PeerOutput.LAST_WRITE_TIMEOUT);
        output.writeLast(last);
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
        loop.schedule(this::tick, watch.nextLook(accepted, zmtp.nextDeadline(), System.nanoTime()));
    }

    private void tick() {
        if (ended) {
            return;
        }
        try {
            long now = System.nanoTime();
            zmtp.checkDeadline(now);
            // Before a PING is written, which would count as something that waits.
            String complaint = watch.complaint(input.isPaused(), incoming.heldBytes(), now);
            if (!complaint.isEmpty()) {
                disconnect(complaint);
            }
            if (input.isPaused()) {
                watch.pause(now);
            } else if (accepted) {
                beat(watch.beat(now));
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

    private void log(String reason) {
        LoggerFactory.getLogger(PeerConnection.class).debug("a connection of '{}' ends: {}", identity, reason);
    }
}
