package io.github.hubsh.shell.live;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.knowledge.Knowledge;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests with their replies that nothing was learned from yet: the newest of each command, so that a long run costs
 * no more than a short one. Guarded by its {@link HubMemory}.
 */
final class RecentExchanges {
    private static final int MAX_EXCHANGES = 20;
    private static final int MAX_COMMANDS = 500;
    private static final int MAX_WAITING_REQUESTS = 500;
    private static final int MAX_MESSAGE_LENGTH = 16 << 10;
    private static final int MAX_NAME_LENGTH = 200;
    private static final long MAX_LENGTH = 4 << 20;

    /** @param request {@code null} where only the reply was heard */
    private record Exchange(@Nullable ExecuteRequest request, ExecuteReply reply, boolean own) {
        int length() {
            return RecentExchanges.length(reply.result())
                    + (request == null ? 0 : RecentExchanges.length(request.arguments()));
        }
    }

    /** @param own whether we have sent it */
    private record Waiting(ExecuteRequest request, boolean own) {}

    // Mutable state; by plugin and command in one text, because the hash of a record is slow where it is used once
    private final Map<String, Deque<Exchange>> commands = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private long length;

    boolean isEmpty() {
        return commands.isEmpty();
    }

    /** Takes an exchange of ours. */
    void add(ExecuteRequest request, ExecuteReply reply) {
        add(new Exchange(request, reply, true));
    }

    /**
     * Takes a broadcast.
     *
     * @param own whether we have sent it
     */
    void heard(Message message, boolean own) {
        if (message instanceof ExecuteRequest request && request.session().length() <= MAX_NAME_LENGTH) {
            if (waiting.size() >= MAX_WAITING_REQUESTS) {
                waiting.remove(waiting.keySet().iterator().next());
            }
            waiting.put(request.session(), new Waiting(request, own));
        } else if (message instanceof ExecuteReply reply) {
            Waiting asked = waiting.remove(reply.session());
            if (asked != null
                    && asked.request.target().equals(reply.source())
                    && asked.request.command().equals(reply.command())) {
                add(new Exchange(asked.request, reply, asked.own));
            } else {
                add(new Exchange(null, reply, false));
            }
        }
    }

    /** Lets it learn all of them, the oldest first, and forgets them. */
    void teach(Knowledge knowledge) {
        for (Deque<Exchange> exchanges : commands.values()) {
            for (Exchange exchange : exchanges) {
                if (exchange.request != null && exchange.own) {
                    knowledge.sent(exchange.request);
                } else if (exchange.request != null) {
                    knowledge.heard(exchange.request);
                }
                knowledge.heard(exchange.reply);
            }
        }
        forgetAll();
    }

    void forgetAll() {
        commands.clear();
        waiting.clear();
        length = 0;
    }

    private void add(Exchange exchange) {
        String plugin = exchange.reply.source();
        String name = exchange.reply.command();
        if (exchange.length() > MAX_MESSAGE_LENGTH || plugin.length() + name.length() > 2 * MAX_NAME_LENGTH) {
            return;
        }
        String command = plugin + '\n' + name;
        Deque<Exchange> known = commands.get(command);
        if (known == null) {
            known = new ArrayDeque<>();
            commands.put(command, known);
        }
        known.add(exchange);
        length += exchange.length();
        if (known.size() > MAX_EXCHANGES) {
            length -= known.remove().length();
        }
        while (commands.size() > 1 && (commands.size() > MAX_COMMANDS || length > MAX_LENGTH)) {
            Deque<Exchange> eldest =
                    commands.remove(commands.keySet().iterator().next());
            for (Exchange forgotten : eldest == null ? new ArrayDeque<Exchange>() : eldest) {
                length -= forgotten.length();
            }
        }
    }

    private static int length(Payload payload) {
        return payload.data() instanceof String text ? text.length() : 0;
    }
}
