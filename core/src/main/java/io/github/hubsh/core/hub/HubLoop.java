package io.github.hubsh.core.hub;

import io.github.hubsh.core.driver.DropLog;
import io.github.hubsh.core.driver.MachineDriver;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.protocol.DeliveryFailure;
import io.github.hubsh.core.protocol.HubAction;
import io.github.hubsh.core.protocol.HubProtocol;
import io.github.hubsh.core.protocol.MalformedMessage;
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
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.core.wire.ReceivedMessage;
import io.github.hubsh.core.wire.UnreadableFramesException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.event.Level;

/**
 * What happens on the threads of the query and the command socket: frames become messages, the machine decides, its
 * actions are carried out.
 *
 * <p>The machine is all that the two threads share.
 */
final class HubLoop implements AutoCloseable {
    /** Commands that answer at once, on the thread that took the request in. */
    private static final Set<String> IMMEDIATE = Set.of("ping", "register");

    private final String name;
    private final MachineDriver<HubProtocol> driver;
    private final DropLog dropLog = new DropLog(Hub.class, Level.WARN);
    private final LongAdder received = new LongAdder();
    private final LongAdder forwarded = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final Map<Channel, SocketLoop> loops = new ConcurrentHashMap<>();
    private volatile Broadcaster broadcaster;

    HubLoop(String name, HubProtocol protocol, Handlers handlers, Broadcaster broadcaster) {
        this.name = name;
        this.driver = new MachineDriver<>(MachineDriver.Role.HUB, name, protocol, handlers, dropLog);
        this.broadcaster = broadcaster;
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
        driver.change(protocol -> protocol.rebound(command, publish));
    }

    Map<String, String> registry() {
        return driver.decide(HubProtocol::registry);
    }

    HubStatistics statistics() {
        Broadcaster current = broadcaster;
        return new HubStatistics(
                received.sum(), forwarded.sum(), answered.sum(), dropped.sum(), current.sent(), current.lost());
    }

    @Override
    public void close() {
        driver.close();
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
            return driver.decide(protocol -> protocol.receiveUnreadable(e.peer(), String.valueOf(e.getMessage())));
        }
    }

    private List<HubAction> decide(MessageOrigin from, byte[] json) {
        try {
            ReceivedMessage received = ReceivedMessage.read(json);
            WireMessage message = new WireMessage(received.message(), received.json());
            return driver.decideNow((protocol, now) -> protocol.receive(from, message, now));
        } catch (MalformedMessageException e) {
            MalformedMessage malformed =
                    new MalformedMessage(e.header(), e.isSilent(), String.valueOf(e.getMessage()), json);
            return driver.decideNow((protocol, now) -> protocol.receiveMalformed(from, malformed, now));
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
        carryOut(driver.decideNow((protocol, now) -> protocol.undeliverable(forward, failure, now)));
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
        ExecuteRequest request = execute.request();
        if (IMMEDIATE.contains(request.command())) {
            driver.executeHere(request, outcome -> executed(execute, outcome));
        } else {
            driver.execute(request, outcome -> executed(execute, outcome));
        }
    }

    private void executed(HubAction.Execute execute, Handlers.Outcome outcome) {
        carryOut(driver.decide(protocol -> outcome instanceof Handlers.Result result
                ? protocol.executed(execute.from(), execute.request(), result.payload())
                : protocol.failed(execute.from(), execute.request(), ((Handlers.Failure) outcome).error())));
    }

    private void drop(HubAction.Drop drop) {
        dropped.increment();
        driver.logDrop(drop.peer(), drop.reason());
    }

    private SocketLoop loop(Channel channel) {
        SocketLoop loop = loops.get(channel);
        if (loop == null) {
            throw new IllegalStateException("nothing serves " + channel);
        }
        return loop;
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
            carryOut(driver.decideNow(HubProtocol::tick));
            return driver.nanosUntil(HubProtocol::nextDeadline);
        }
    }
}
