package io.github.hubsh.shell.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.ReceivedReply;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.plugin.HubUnreachableException;
import io.github.hubsh.core.plugin.OutstandingRequest;
import io.github.hubsh.core.plugin.PluginException;
import io.github.hubsh.core.plugin.ReplyTimeoutException;
import io.github.hubsh.core.plugin.ReplyTooLargeException;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.network.PeerErrors;
import io.github.hubsh.shell.session.network.PendingReply;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.MemoryShortage;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A request that has left, and what becomes of it. */
final class LiveRequest implements PendingReply {
    /** A longer text takes the thread that it came on too long to read. */
    private static final int MAX_LENGTH_READ_AT_ONCE = 64 << 10;

    private final LiveNetwork network;
    private final Request request;
    private final ExecuteRequest message;
    private final OutstandingRequest sent;
    private final long sentAt;
    private final TargetCheck check;
    private final boolean isTargetKnown;

    // Mutable state
    private volatile @Nullable ShellException end; // what ends it from here, if it does

    /**
     * @param request as it was asked for
     * @param message as it was sent, at {@code sentAt} of {@link System#nanoTime()}
     */
    LiveRequest(LiveNetwork network, Request request, ExecuteRequest message, OutstandingRequest sent, long sentAt) {
        this.network = network;
        this.request = request;
        this.message = message;
        this.sent = sent;
        this.sentAt = sentAt;
        this.check = network.check(message.target());
        this.isTargetKnown = network.isKnown(message.target());
    }

    @Override
    public Reply await() {
        ReceivedReply answer = received();
        ExecuteReply reply = answer.reply();
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - sentAt);
        network.exchanged(message, reply);
        RemoteError error = reply.error();
        String json = new String(answer.json(), UTF_8);
        if (error != null) {
            throw named(PeerErrors.ofRemote(error)).errorReply(json);
        }
        try {
            return new Reply(ContentData.decode(reply.result()), json, roundTrip);
        } catch (ContentException e) {
            throw named(new ShellException(Problem.BAD_DATA, "the result cannot be read: " + e.getMessage(), e))
                    .hint("--raw shows the reply as it came")
                    .unreadReply(json);
        }
    }

    @Override
    public void onArrival(Runnable work, Executor threads) {
        sent.onArrival(reply -> {
            if (end != null || (reply != null && reply.json().length <= MAX_LENGTH_READ_AT_ONCE)) {
                work.run();
            } else {
                threads.execute(work);
            }
        });
        if (!isTargetKnown) {
            threads.execute(this::endIfMissing);
        }
    }

    @Override
    public void giveUp() {
        if (end(ShellException.interrupted("stopped waiting for the reply").hint("the plugin keeps working"))) {
            network.late().gaveUp(message, sentAt);
        }
    }

    /** Needs its thread for a moment, however long the request takes. */
    private void endIfMissing() {
        if (sent.endsUntil(sentAt + TargetCheck.DELAY_NANOS) || network.isKnown(message.target())) {
            return;
        }
        try {
            check.requireRegistered();
        } catch (PluginException silence) {
            // The reply may come all the same.
        } catch (ShellException missing) {
            boolean unused = end(missing);
        }
    }

    /** Ends the wait with this failure; returns whether it has not ended before. */
    private boolean end(ShellException failure) {
        end = failure;
        return sent.forget();
    }

    private ReceivedReply received() {
        try {
            return sent.await(isTargetKnown ? null : check.during(sentAt));
        } catch (ReplyTimeoutException e) {
            network.late().gaveUp(message, sentAt);
            throw noReply(e);
        } catch (ShellException missing) {
            throw named(missing);
        } catch (HubUnreachableException e) {
            throw network.lost(String.valueOf(e.getMessage()));
        } catch (ReplyTooLargeException e) {
            throw named(MemoryShortage.of("the reply", e));
        } catch (PluginException e) {
            ShellException known = end;
            if (known != null) {
                throw named(known);
            }
            if (Thread.interrupted()) {
                network.late().gaveUp(message, sentAt);
                throw named(ShellException.interrupted("stopped waiting for the reply")
                        .hint("the plugin keeps working"));
            }
            throw new ShellException(Problem.INTERNAL, String.valueOf(e.getMessage()), e);
        }
    }

    private ShellException noReply(ReplyTimeoutException silence) {
        boolean toHub = network.isHub(message.target());
        try {
            network.quickly(toHub ? network::requireOldPorts : check::requireRegistered);
        } catch (ShellException missing) {
            return missing.problem() == Problem.NO_SUCH_PLUGIN ? named(missing) : missing;
        }
        String registration = toHub ? "" : "; " + message.target() + " is registered";
        String further = request.command().equals("ping") ? "" : ", or ping the plugin";
        return named(new ShellException(
                        Problem.TIMEOUT,
                        "no reply within " + Durations.format(request.timeout()) + registration,
                        silence))
                .hint("wait longer with --timeout " + Durations.longer(request.timeout(), "30s") + further);
    }

    private ShellException named(ShellException failure) {
        return failure.during(request.target(), request.command());
    }
}
