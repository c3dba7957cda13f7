package io.github.hubsh.core.server;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.InprocLink;
import io.github.hubsh.core.zmtp.LocalSocket;
import io.github.hubsh.core.zmtp.MessageLimits;
import io.github.hubsh.core.zmtp.Octets;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One connection of a peer in this process. The limits are those of every other connection; only what the protocol of
 * the wire is for is missing: there is nothing to frame, and the peer is alive as long as its socket is open.
 */
final class InprocConnection implements Peer, ServerMemory.Holder {
    private static final int MESSAGE_OVERHEAD_BYTES = 64;
    private static final long MAX_TICK = TimeUnit.SECONDS.toNanos(2);

    private final ServerLoop loop;
    private final InprocLink link;
    private final LocalSocket self;
    private final MessageLimits limits;
    private final Owner owner;
    private final PeerInput input = new PeerInput(new Reading());
    private final InputGate decision = input.gate(PeerInput.Reason.DECISION);
    private final InputGate memory = input.gate(PeerInput.Reason.MEMORY);
    private final InprocOutput output;
    private final PeerPendingBytes pendingBytes;
    private final long idleTimeout;
    private final ReadTurns.Turn turn;
    private final AtomicBoolean turnPosted = new AtomicBoolean();

    // Mutable state, the loop's
    private Octets identity;
    private Runnable afterEnd = () -> {};
    private boolean ended;

    InprocConnection(ServerLoop loop, InprocLink link, LocalSocket self, ServerLimits limits, Owner owner) {
        this.loop = loop;
        this.link = link;
        this.self = self;
        this.limits = limits.zmtp().messages();
        this.owner = owner;
        this.output = new InprocOutput(loop, link, limits, System.nanoTime());
        this.pendingBytes = new PeerPendingBytes(
                limits.maxUnsentBytes() / 2, input.gate(PeerInput.Reason.PENDING_BYTES), loop::schedule);
        this.idleTimeout = limits.idleTimeoutNanos();
        this.turn = loop.turns().new Turn();
        this.identity = link.type().hasIdentity() ? link.identity() : Octets.EMPTY;
    }

    /** @param whenOver runs when the connection is over */
    void open(Runnable whenOver) {
        afterEnd = whenOver;
        loop.memory().add(this);
        decision.pause();
        if (self.type().accepts(link.type())) {
            link.serve(this::postTurn);
            loop.guarded(() -> owner.ready(this));
            scheduleTick();
        } else {
            link.refuse("a " + link.type() + " socket can't be connected to this " + self.type());
            end();
        }
    }

    @Override
    public Octets identity() {
        return identity;
    }

    @Override
    public @Nullable CurveKey key() {
        return null;
    }

    @Override
    public void refuse(String reason) {
        end();
    }

    @Override
    public void identify(Octets madeUp) {
        identity = madeUp;
    }

    @Override
    public boolean answersPing() {
        return false;
    }

    @Override
    public void ping() {
        throw new IllegalStateException("can't ping a peer of this process: its open socket is its sign of life");
    }

    @Override
    public void accept() {
        link.accept(self.identity());
        decision.resume();
    }

    @Override
    public void end() {
        if (!ended) {
            ended = true;
            link.end();
            loop.post(this::finish);
        }
    }

    @Override
    public void disconnect(String reason) {
        if (!ended) {
            LoggerFactory.getLogger(InprocConnection.class)
                    .warn("the peer '{}' in this process is disconnected: {}", identity, reason);
            loop.memory().countDisconnected();
            end();
        }
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
    public void send(List<SharedBytes> frames, long size, PeerPendingBytes.@Nullable Pending pending) {
        OutgoingMessage message =
                new OutgoingMessage(ByteBufAllocator.DEFAULT, loop.memory().budget(), frames);
        send(message, pending);
        message.release();
    }

    @Override
    public void send(OutgoingMessage message, PeerPendingBytes.@Nullable Pending pending) {
        output.write(message, pending);
        loop.enforceLater();
    }

    @Override
    public PeerPendingBytes pendingBytes() {
        return pendingBytes;
    }

    /** Messages come whole. */
    @Override
    public long heldBytes() {
        return 0;
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

    /** Any thread. */
    private void postTurn() {
        if (turnPosted.compareAndSet(false, true)) {
            loop.post(this::turn);
        }
    }

    /** Reads a part of what the peer has sent. */
    private void turn() {
        turnPosted.set(false);
        if (ended) {
            return;
        }
        boolean closed = link.isClosed(); // asked before: what was sent before that is there
        read();
        if (closed && (link.isQuiet() || input.isPaused())) {
            end();
        } else if (!link.isQuiet() && !input.isPaused()) {
            postTurn();
        }
    }

    /** The objects of a message count as its bytes do, so that a turn among short ones ends, too. */
    private void read() {
        long left = ReadTurns.MAX_BYTES;
        int messages = loop.turns().areCrowded() ? ReadTurns.MAX_MESSAGES : Integer.MAX_VALUE;
        turn.read(0, System.nanoTime());
        for (int i = 0; i < messages && left > 0 && !ended && !input.isPaused(); i++) {
            InprocLink.Input next = link.next();
            if (next == null) {
                return;
            }
            turn.message();
            left -= next.size() + MESSAGE_OVERHEAD_BYTES;
            take(next);
        }
    }

    private void take(InprocLink.Input next) {
        Frames frames = next.frames();
        if (next.command() != null) {
            owner.commanded(this, next.command());
        } else if (frames != null && next.size() <= limits.maxMessageBytes() && frames.size() <= limits.maxFrames()) {
            List<SharedBytes> bytes =
                    frames.parts().stream().map(SharedBytes::of).toList();
            loop.guarded(() -> owner.received(this, bytes));
        } else if (frames != null) {
            owner.broken(
                    this,
                    "a message of " + frames.size() + " frames and " + next.size() + " bytes; at most "
                            + limits.maxFrames() + " and " + limits.maxMessageBytes() + " are allowed");
            end();
        }
    }

    private void finish() {
        loop.memory().remove(this);
        output.close();
        afterEnd.run();
        loop.guarded(() -> owner.ended(this));
    }

    private void scheduleTick() {
        loop.schedule(this::tick, Math.min(idleTimeout, MAX_TICK));
    }

    private void tick() {
        if (ended) {
            return;
        }
        if (output.isStuck(System.nanoTime())) {
            disconnect("it has read nothing for " + TimeUnit.NANOSECONDS.toSeconds(idleTimeout) + " s, and "
                    + unsentBytes() + " bytes wait for it");
        } else {
            scheduleTick();
        }
    }

    /** The queue of the peer, which is read in turns. */
    private final class Reading implements InputGate {
        @Override
        public void pause() {
            // the turn under way asks after each message
        }

        @Override
        public void resume() {
            postTurn();
        }
    }
}
