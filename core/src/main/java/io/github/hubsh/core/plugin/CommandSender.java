package io.github.hubsh.core.plugin;

import io.github.hubsh.core.message.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends on the command socket that is in use. While that socket is connected again, messages are held: the caller does
 * not wait for the network, and nothing is lost on a connection that the hub does not hear. Any thread may call.
 */
final class CommandSender {
    private static final int MAX_HELD_MESSAGES = 10_000;

    // Mutable state, guarded by this
    private @Nullable Target target;
    private @Nullable String greeting;
    private boolean holding;
    private final Deque<Message> held = new ArrayDeque<>();

    /** A command socket. Neither method waits. */
    interface Target {
        void send(Message message);

        /** Does not send the message after all, if it has not left yet. */
        void withdraw(String session);

        /** Looks at the time again within so many nanoseconds. */
        void wakeWithin(long nanos);
    }

    /** Holds every message until {@link #release}, except a greeting. */
    synchronized void hold() {
        holding = true;
    }

    /** Uses this socket from now on; none while one is closed and the next is opened. */
    synchronized void use(@Nullable Target next) {
        target = next;
    }

    /** Lets the message with this session pass while others are held: it finds out whether the hub hears the plugin. */
    synchronized void expectGreeting(String session) {
        greeting = session;
    }

    /** Sends what was held, in order, and holds no more; returns what cannot be sent because there is no socket. */
    synchronized List<Message> release() {
        holding = false;
        while (target != null && !held.isEmpty()) {
            target.send(held.removeFirst());
        }
        List<Message> left = List.copyOf(held);
        held.clear();
        return left;
    }

    /** Forgets the socket and what was held. */
    synchronized void disconnect() {
        target = null;
        holding = false;
        held.clear();
    }

    /** Sends or holds a message; returns whether there is a connection to do so. */
    synchronized boolean send(Message message) {
        if (holding && !message.session().equals(greeting)) {
            return held.size() < MAX_HELD_MESSAGES && held.add(message);
        }
        if (target == null) {
            return false;
        }
        target.send(message);
        return true;
    }

    /** Makes sure that the time is looked at within so many nanoseconds: then a request has waited long enough. */
    synchronized void wakeWithin(long nanos) {
        if (target != null) {
            target.wakeWithin(nanos);
        }
    }

    synchronized void withdraw(String session) {
        held.removeIf(message -> message.session().equals(session));
        if (target != null) {
            target.withdraw(session);
        }
    }
}
