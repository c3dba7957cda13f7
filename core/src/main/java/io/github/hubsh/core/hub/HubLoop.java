package io.github.hubsh.core.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.handler.HandlerThreads;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.HubAction;
import io.github.hubsh.core.protocol.HubProtocol;
import io.github.hubsh.core.protocol.MessageOrigin;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.protocol.WireMessage;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketLoop;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.MessageReader;
import io.github.hubsh.core.wire.MessageWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;

/**
 * What happens on the threads of the query and the command socket: frames become messages, the machine decides, its
 * actions are carried out.
 *
 * <p>The machine is all that the two threads share. Its lock is held for the decision alone, never while something is
 * read, executed or sent.
 */
final class HubLoop implements AutoCloseable {
    /** Commands that answer at once, on the thread that took the request in. */
    private static final Set<String> IMMEDIATE = Set.of("ping", "register");

    /**
     * Identity, delimiter and payload are three; proxies on the way add some. An answer repeats them all, so a message
     * that the transport had to cut is not to be answered.
     */
    private static final int MAX_QUERY_FRAMES = 16;

    private static final byte[] EMPTY = {};

    private final String name;
    private final HubProtocol protocol;
    private final Handlers handlers;
    private final ExecutorService handlerThreads;
    private final DropLog dropLog = new DropLog();
    private final long started = System.nanoTime();
    private final LongAdder received = new LongAdder();
    private final LongAdder forwarded = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final Map<Channel, SocketLoop> loops = new ConcurrentHashMap<>();
    private volatile Broadcaster broadcaster;

    HubLoop(String name, HubProtocol protocol, Handlers handlers, Broadcaster broadcaster) {
        this.name = name;
        this.protocol = protocol;
        this.handlers = handlers;
        this.broadcaster = broadcaster;
        this.handlerThreads = HandlerThreads.create(name + "-handler");
    }

    /** Returns the loop, not started, that serves this socket as that channel. */
    SocketLoop serve(Channel channel, MessageSocket socket) {
        String threadName = name + "-" + (channel == Channel.QUERY ? "query" : "command");
        SocketLoop loop =
                new SocketLoop(threadName, socket, new Turn(channel), failure -> dropLog.failed(threadName, failure));
        loops.put(channel, loop);
        return loop;
    }

    void broadcastTo(Broadcaster next) {
        broadcaster = next;
    }

    void rebound(ConnectReply.CommandSocket command, ConnectReply.PublishSocket publish) {
        synchronized (protocol) {
            protocol.rebound(command, publish);
        }
    }

    Map<String, String> registry() {
        synchronized (protocol) {
            return protocol.registry();
        }
    }

    HubStatistics statistics() {
        Broadcaster current = broadcaster;
        return new HubStatistics(
                received.sum(), forwarded.sum(), answered.sum(), dropped.sum(), current.sent(), current.lost());
    }

    @Override
    public void close() {
        handlerThreads.shutdownNow();
    }

    /** Works off one multipart message. On the channel's thread. */
    void received(Channel channel, Frames frames) {
        received.increment();
        byte[] identity = frames.get(0);
        if (channel == Channel.QUERY) {
            if (frames.size() < 2 || frames.size() > MAX_QUERY_FRAMES) {
                drop(new HubAction.Drop("", "a query of " + (frames.size() - 1) + " frames"));
                return;
            }
            take(new MessageOrigin(channel, "", frames), frames.last());
        } else if (frames.size() != 3) {
            drop(new HubAction.Drop(
                    new String(identity, UTF_8), "a command of " + (frames.size() - 1) + " frames, expected 2"));
        } else if (!Arrays.equals(identity, new String(identity, UTF_8).getBytes(UTF_8))) {
            drop(new HubAction.Drop("?", "a routing identity that is not UTF-8"));
        } else {
            take(new MessageOrigin(channel, new String(identity, UTF_8), frames), frames.last());
        }
    }

    private void take(MessageOrigin from, byte[] json) {
        List<HubAction> actions;
        try {
            Message message = MessageReader.read(json);
            synchronized (protocol) {
                actions = protocol.receive(from, new WireMessage(message, json), now());
            }
        } catch (MalformedMessageException e) {
            synchronized (protocol) {
                actions = protocol.receiveMalformed(from, e.header(), String.valueOf(e.getMessage()));
            }
        }
        carryOut(actions);
    }

    private void carryOut(List<HubAction> actions) {
        for (HubAction action : actions) {
            if (action instanceof HubAction.Forward forward) {
                forward(forward);
            } else if (action instanceof HubAction.Reply reply) {
                reply(reply);
            } else if (action instanceof HubAction.Publish publish) {
                publish(publish.message());
            } else if (action instanceof HubAction.Execute execute) {
                execute(execute);
            } else if (action instanceof HubAction.Drop drop) {
                drop(drop);
            }
        }
    }

    private void forward(HubAction.Forward forward) {
        byte[] json = text(forward.message());
        Frames frames = Frames.of(Frames.bytes(forward.target()), EMPTY, json);
        loop(Channel.COMMAND).send(frames, delivery -> {
            if (delivery == Delivery.SENT) {
                forwarded.increment();
                if (forward.publish()) {
                    publish(forward.message());
                }
                return;
            }
            List<HubAction> actions;
            synchronized (protocol) {
                actions = protocol.undeliverable(forward, delivery == Delivery.UNREACHABLE, now());
            }
            carryOut(actions);
        });
    }

    private void reply(HubAction.Reply reply) {
        Frames frames = ((Frames) reply.to().envelope()).withLast(MessageWriter.write(reply.message()));
        loop(reply.to().channel()).send(frames, delivery -> {
            if (delivery == Delivery.SENT) {
                answered.increment();
            } else {
                // Whoever asks again on a new connection leaves the old one behind: nothing to warn of.
                dropped.increment();
            }
        });
    }

    private void publish(WireMessage message) {
        String type = message.message().header().type().wireName();
        broadcaster.publish(Frames.of(
                Frames.bytes(message.message().source()),
                Frames.bytes(message.message().target()),
                Frames.bytes(type),
                text(message)));
    }

    private void execute(HubAction.Execute execute) {
        if (IMMEDIATE.contains(execute.request().command())) {
            run(execute);
            return;
        }
        try {
            handlerThreads.execute(() -> run(execute));
        } catch (RejectedExecutionException e) {
            executed(execute, new Handlers.Failure(new RemoteError("Busy", "The hub is busy: try again.", List.of())));
        }
    }

    private void run(HubAction.Execute execute) {
        executed(execute, handlers.run(execute.request()));
    }

    private void executed(HubAction.Execute execute, Handlers.Outcome outcome) {
        ExecuteRequest request = execute.request();
        List<HubAction> actions;
        synchronized (protocol) {
            actions = outcome instanceof Handlers.Result result
                    ? protocol.executed(execute.from(), request, result.payload())
                    : protocol.failed(execute.from(), request, ((Handlers.Failure) outcome).error());
        }
        carryOut(actions);
    }

    private void drop(HubAction.Drop drop) {
        dropped.increment();
        dropLog.dropped(drop.peer(), drop.reason(), now());
    }

    private SocketLoop loop(Channel channel) {
        SocketLoop loop = loops.get(channel);
        if (loop == null) {
            throw new IllegalStateException("nothing serves " + channel);
        }
        return loop;
    }

    private long now() {
        return System.nanoTime() - started;
    }

    private static byte[] text(WireMessage message) {
        byte[] json = message.json();
        return json != null ? json : MessageWriter.write(message.message());
    }

    /** One channel's thread: messages, and on the command channel the machine's deadlines. */
    private final class Turn implements SocketLoop.Receiver {
        private final Channel channel;

        Turn(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void received(Frames frames) {
            HubLoop.this.received(channel, frames);
        }

        @Override
        public long idle() {
            if (channel == Channel.QUERY) {
                return Long.MAX_VALUE;
            }
            List<HubAction> due;
            synchronized (protocol) {
                due = protocol.tick(now());
            }
            carryOut(due);
            synchronized (protocol) {
                long next = protocol.nextDeadline();
                return next == Long.MAX_VALUE ? next : Math.max(0, next - now());
            }
        }
    }
}
