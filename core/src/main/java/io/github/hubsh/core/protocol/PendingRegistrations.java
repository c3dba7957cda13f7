package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.ExecuteRequest;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Registrations of clients that join under the name of a plugin that is connected. It may be that plugin itself, whose
 * old connection is about to end, or a second one of the same name: only what becomes of their command connections
 * shows which. So the registration is held. It succeeds when the connection under that name changes hands, and fails if
 * a second connection was refused meanwhile.
 *
 * <p>A client that joins asks {@code connect_request} first, from the same query socket. A plugin that refreshes its
 * registry does not, and is never in doubt.
 */
final class PendingRegistrations {
    /** How long a registration is held at most, in nanoseconds. */
    static final long DECISION_TIMEOUT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int MAX_HELD = 1000;

    // Mutable state
    private final Map<String, Joining> joining = new HashMap<>();
    private final Deque<Registration> held = new ArrayDeque<>();

    /** A client that joins under a name. */
    private static final class Joining {
        private final ByteBuffer client;
        private boolean refused;

        Joining(ByteBuffer client) {
            this.client = client;
        }
    }

    /** A registration that is decided: it succeeds, or another plugin has the name. */
    record Decided(MessageOrigin from, ExecuteRequest request, boolean refused) {}

    private record Registration(MessageOrigin from, ExecuteRequest request, Joining joining, long until) {
        Decided decided(boolean refused) {
            return new Decided(from, request, refused);
        }
    }

    /** A client has asked to connect under the name of a plugin that is connected. */
    void joins(MessageOrigin from, String name) {
        joining.put(name, new Joining(from.client()));
    }

    /** Holds a registration if it is in doubt. */
    boolean hold(MessageOrigin from, ExecuteRequest request, long now) {
        Joining client = joining.get(request.source());
        if (client == null || !client.client.equals(from.client()) || held.size() >= MAX_HELD) {
            return false;
        }
        held.add(new Registration(from, request, client, now + DECISION_TIMEOUT_NANOS));
        return true;
    }

    /** A second connection under this name has been refused. */
    void refused(String name) {
        Joining client = joining.get(name);
        if (client != null) {
            client.refused = true;
        }
    }

    /** The connection under this name has come or gone. Returns the registrations that succeed by that. */
    List<Decided> settle(String name) {
        Joining client = joining.remove(name);
        List<Decided> decided = new ArrayList<>();
        if (client != null && !held.isEmpty()) {
            held.removeIf(registration -> registration.joining() == client && decided.add(registration.decided(false)));
        }
        return decided;
    }

    /** Returns the registrations that were held long enough. */
    List<Decided> due(long now) {
        List<Decided> decided = new ArrayList<>();
        while (nextDeadline() <= now && !held.isEmpty()) {
            Registration registration = held.remove();
            joining.remove(registration.request().source(), registration.joining());
            decided.add(registration.decided(registration.joining().refused));
        }
        return decided;
    }

    /** Returns when {@link #due} is to be asked; {@link Long#MAX_VALUE} for never. */
    long nextDeadline() {
        Registration first = held.peek();
        return first == null ? Long.MAX_VALUE : first.until();
    }
}
