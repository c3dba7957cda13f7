package io.github.hubsh.core.plugin;

import io.github.hubsh.core.driver.DropLog;
import io.github.hubsh.core.driver.InstanceLog;
import io.github.hubsh.core.driver.MachineDriver;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.ReceivedReply;
import io.github.hubsh.core.protocol.CommandAction;
import io.github.hubsh.core.protocol.MalformedMessage;
import io.github.hubsh.core.protocol.PluginProtocol;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.ReceivedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.event.Level;

/**
 * What happens on the command socket's thread and around it: messages reach the machine, its actions are carried out,
 * replies complete the requests that wait for them, requests find their handlers.
 */
final class PluginLoop {
    /** More than any network answers; beyond it the caller is out of control. */
    private static final int MAX_WAITING_REQUESTS = 100_000;

    /** With more under way, what a request costs matters more than how soon it leaves. */
    private static final int MAX_WRITTEN_AT_ONCE = 16;

    /** So long what deals with the replies that have come together may take until the next requests. */
    private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final Duration NO_TIME_LIMIT = Duration.ofDays(10_000);

    private final MachineDriver<PluginProtocol> driver;
    private final Map<String, CompletableFuture<ReceivedReply>> waiting = new ConcurrentHashMap<>();
    private final CommandSender sender = new CommandSender();
    private final AtomicLong connections = new AtomicLong();

    // Mutable state
    private volatile Consumer<ExecuteReply> unclaimed = reply -> {};
    private volatile long lastBusy = System.nanoTime() - BUSY_NANOS;

    PluginLoop(String name, PluginProtocol protocol, Handlers handlers) {
        DropLog dropLog = new DropLog(InstanceLog.of(Plugin.class, name), Level.DEBUG);
        this.driver = new MachineDriver<>(MachineDriver.Role.PLUGIN, name, protocol, handlers, dropLog);
    }

    ExecutorService handlerThreads() {
        return driver.threads();
    }

    /** The sessions of the requests that wait for their reply. */
    Set<String> waiting() {
        return Set.copyOf(waiting.keySet());
    }

    /**
     * Whether it is better to write several requests together than each at once: so many are under way, or were a
     * moment ago, and their replies have come together.
     */
    boolean isBusy() {
        long now = System.nanoTime();
        if (waiting.size() > MAX_WRITTEN_AT_ONCE) {
            lastBusy = now;
        }
        return now - lastBusy < BUSY_NANOS;
    }

    /** Returns what sends on the command socket, which {@link HubConnection} opens and closes. */
    CommandSender sender() {
        return sender;
    }

    /** Passes replies that no request waits for to the listener. */
    void onUnclaimed(Consumer<ExecuteReply> listener) {
        unclaimed = listener;
    }

    /** Takes a decision of the machine's, under its lock. */
    <T> T decide(Function<PluginProtocol, T> decision) {
        return driver.decide(decision);
    }

    /** Sends a request; what waits for its reply ends with it, or with a {@link PluginException}. */
    OutstandingRequest send(ExecuteRequest request, Duration timeout) {
        if (waiting.size() >= MAX_WAITING_REQUESTS) {
            throw new PluginException(MAX_WAITING_REQUESTS + " requests already wait for their replies");
        }
        CompletableFuture<ReceivedReply> future = new CompletableFuture<>();
        waiting.put(request.session(), future);
        long nanos = timeout.compareTo(NO_TIME_LIMIT) >= 0 ? Long.MAX_VALUE : timeout.toNanos();
        long deadline = nanos == Long.MAX_VALUE ? nanos : driver.now() + nanos;
        carryOut(decide(protocol -> protocol.request(request, deadline)));
        if (nanos != Long.MAX_VALUE) {
            sender.wakeWithin(nanos);
        }
        return new OutstandingRequest(this, request, timeout, future);
    }

    /** Sends a request at once that finds out whether the hub hears the plugin, while other messages are held. */
    OutstandingRequest greet(ExecuteRequest request, Duration timeout) {
        sender.expectGreeting(request.session());
        return send(request, timeout);
    }

    /** Returns the request, whose replies are for no caller: that they come at all is what matters. */
    ExecuteRequest keepAlive(ExecuteRequest request) {
        driver.change(protocol -> protocol.keepAlive(request.session()));
        return request;
    }

    /** Sends what was held while the command socket was connected again. */
    void release() {
        sender.release().forEach(this::failUnsent);
    }

    /** The caller no longer waits for this reply. */
    void forget(String session) {
        waiting.remove(session);
        driver.change(protocol -> protocol.forget(session));
        sender.withdraw(session);
    }

    /** Fails every request under way. */
    void failAll(String reason) {
        for (String session : waiting()) {
            fail(session, reason);
        }
    }

    /** Fails every request under way, and drops the replies to those of others: another hub must not get them. */
    void disconnect(String reason) {
        connections.incrementAndGet();
        failAll(reason);
        decide(PluginProtocol::disconnect);
    }

    /**
     * A message of the command socket did not fit into memory, and nothing is left of it. Where one request waits, it
     * was its reply.
     *
     * @return whether a request has failed with it
     */
    boolean failTooLarge(OutOfMemoryError full) {
        Set<String> sessions = waiting();
        if (sessions.size() != 1) {
            return false;
        }
        String session = sessions.iterator().next();
        CompletableFuture<ReceivedReply> future = waiting.get(session);
        forget(session);
        return future != null && future.completeExceptionally(new ReplyTooLargeException(full));
    }

    private void fail(String session, String reason) {
        CompletableFuture<ReceivedReply> future = waiting.remove(session);
        if (future != null) {
            future.completeExceptionally(new HubUnreachableException(reason));
        }
    }

    /** Handles one message of the command socket. */
    void received(byte[] json) {
        carryOut(decided(json));
    }

    private List<CommandAction> decided(byte[] json) {
        try {
            ReceivedMessage received = ReceivedMessage.read(json);
            return decide(protocol -> protocol.receiveCommand(received.message(), json));
        } catch (MalformedMessageException e) {
            MalformedMessage malformed =
                    new MalformedMessage(e.header(), e.isSilent(), String.valueOf(e.getMessage()), json);
            return decide(protocol -> protocol.receiveMalformed(malformed));
        }
    }

    /** Gives up what is overdue; returns nanoseconds until the next deadline. */
    long tick() {
        carryOut(driver.decideNow(PluginProtocol::tick));
        return driver.nanosUntil(PluginProtocol::nextDeadline);
    }

    void carryOut(List<CommandAction> actions) {
        for (CommandAction action : actions) {
            if (action instanceof CommandAction.Send send) {
                send(send.message());
            } else if (action instanceof CommandAction.Complete complete) {
                complete(complete);
            } else if (action instanceof CommandAction.Execute execute) {
                execute(execute.request());
            } else if (action instanceof CommandAction.Expire expire) {
                expire(expire.session());
            } else if (action instanceof CommandAction.Unclaimed late) {
                unclaimed(late.reply());
            } else if (action instanceof CommandAction.Drop drop) {
                driver.logDrop(drop.reason());
            }
        }
    }

    private void send(Message message) {
        if (!sender.send(message)) {
            failUnsent(message);
        }
    }

    private void failUnsent(Message message) {
        String reason = message.header().type() + " to '" + message.target() + "' is not sent: no connection";
        driver.logDrop(reason);
        fail(message.session(), reason);
    }

    private void complete(CommandAction.Complete complete) {
        CompletableFuture<ReceivedReply> future = waiting.remove(complete.session());
        if (future != null) {
            future.complete(complete.reply());
        }
    }

    private void unclaimed(ExecuteReply reply) {
        driver.logDrop("a reply of '" + reply.source() + "' to " + reply.command() + " that no request waits for");
        unclaimed.accept(reply);
    }

    private void expire(String session) {
        CompletableFuture<ReceivedReply> future = waiting.remove(session);
        sender.withdraw(session);
        if (future != null) {
            future.completeExceptionally(new ReplyTimeoutException("no reply in time"));
        }
    }

    private void execute(ExecuteRequest request) {
        long connection = connections.get();
        driver.execute(request, outcome -> executed(request, connection, outcome));
    }

    private void executed(ExecuteRequest request, long connection, Handlers.Outcome outcome) {
        if (connection != connections.get()) {
            driver.logDrop("the reply to " + request.command() + " of '" + request.source()
                    + "': the connection that asked is gone");
            return;
        }
        carryOut(decide(protocol -> outcome instanceof Handlers.Result result
                ? protocol.reply(request, result.payload())
                : protocol.replyError(request, ((Handlers.Failure) outcome).error())));
    }
}
