package io.github.hubsh.core.hub;

import io.github.hubsh.core.handler.HandlerThreads;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.DeliveryFailure;
import io.github.hubsh.core.protocol.HubAction;
import io.github.hubsh.core.protocol.HubProtocol;
import io.github.hubsh.core.protocol.MessageOrigin;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.protocol.WireMessage;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketLoop;
import io.github.hubsh.core.wire.BroadcastFrames;
import io.github.hubsh.core.wire.HubFrames;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.MessageReader;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.core.wire.UnreadableFramesException;
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

    /** Handles one multipart message. On the channel's thread. */
    void received(Channel channel, Frames frames) {
        received.increment();
        carryOut(decide(channel, frames));
    }

    private List<HubAction> decide(Channel channel, Frames frames) {
        try {
            HubFrames.Received text = channel == Channel.QUERY
                    ? HubFrames.readQuery(frames.parts())
                    : HubFrames.readCommand(frames.parts());
            return decide(new MessageOrigin(channel, text.peer(), text.envelope()), text.json());
        } catch (UnreadableFramesException e) {
            synchronized (protocol) {
                return protocol.receiveUnreadable(e.peer(), String.valueOf(e.getMessage()));
            }
        }
    }

    private List<HubAction> decide(MessageOrigin from, byte[] json) {
        try {
            Message message = MessageReader.read(json);
            synchronized (protocol) {
                return protocol.receive(from, new WireMessage(message, json), now());
            }
        } catch (MalformedMessageException e) {
            synchronized (protocol) {
                return protocol.receiveMalformed(from, e.header(), String.valueOf(e.getMessage()));
            }
        }
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
        Frames frames = new Frames(HubFrames.command(forward.target(), text(forward.message())));
        loop(Channel.COMMAND).send(frames, delivery -> {
            switch (delivery) {
                case SENT -> forwarded(forward);
                case UNREACHABLE -> undeliverable(forward, DeliveryFailure.UNREACHABLE);
                case FULL -> undeliverable(forward, DeliveryFailure.FULL);
            }
        });
    }

    private void forwarded(HubAction.Forward forward) {
        forwarded.increment();
        if (forward.publish()) {
            publish(forward.message());
        }
    }

    private void undeliverable(HubAction.Forward forward, DeliveryFailure failure) {
        List<HubAction> actions;
        synchronized (protocol) {
            actions = protocol.undeliverable(forward, failure, now());
        }
        carryOut(actions);
    }

    private void reply(HubAction.Reply reply) {
        MessageOrigin to = reply.to();
        Frames frames = new Frames(HubFrames.answer(to.envelope(), MessageWriter.write(reply.message())));
        loop(to.channel()).send(frames, delivery -> {
            if (delivery == Delivery.SENT) {
                answered.increment();
            } else {
                // A client that asks again on a new connection leaves the old one behind: nothing to warn of.
                dropped.increment();
            }
        });
    }

    private void publish(WireMessage message) {
        broadcaster.publish(new Frames(BroadcastFrames.write(message.message(), text(message))));
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
