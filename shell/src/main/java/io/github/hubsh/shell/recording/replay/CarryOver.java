package io.github.hubsh.shell.recording.replay;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.CarriedValues;
import io.github.hubsh.shell.recording.RecordedExchange;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.ValuePath;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Follows what is carried through a replay: where recorded replies gave values that later requests used, and what the
 * new replies give in their place. Bounded in number; for one thread.
 */
public final class CarryOver {
    private static final int MAX_FRESH = 4_000;

    private final CarriedValues values = new CarriedValues();

    // Mutable state
    private final PriorityQueue<RecordedReply> recorded =
            new PriorityQueue<>(Comparator.comparing(each -> each.message().time()));
    private final Map<Integer, List<ValuePath>> expected = new LinkedHashMap<>();
    private final Map<Integer, @Nullable Object> early = new HashMap<>();
    private final Map<Source, Object> fresh = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Object> eldest) {
            return size() > MAX_FRESH;
        }
    };

    /** A recorded reply that later requests have not seen yet. */
    private record RecordedReply(int exchange, RecordedMessage message) {}

    /** Where a value comes from. */
    private record Source(int exchange, ValuePath path) {}

    /**
     * Takes the next request that is sent.
     *
     * @return what of it was carried
     */
    public List<CarriedValue> requested(int exchange, RecordedExchange sent, @Nullable Object arguments) {
        catchUp(sent.request().time());
        RecordedMessage reply = sent.reply();
        if (reply != null) {
            recorded.add(new RecordedReply(exchange, reply));
        }
        return values.requested(arguments);
    }

    /** Takes the result of a new reply; {@code null} where there is none. */
    public void answered(int exchange, @Nullable Object result) {
        List<ValuePath> paths = expected.remove(exchange);
        if (paths != null) {
            take(exchange, paths, result);
        } else if (recorded.stream().anyMatch(each -> each.exchange() == exchange)) {
            early.put(exchange, result);
        }
    }

    /** Returns what the new reply gave in the place of a carried value, or {@code null} if it gave nothing there. */
    public @Nullable Object fresh(CarriedValue carried) {
        return fresh.get(new Source(carried.exchange(), carried.from()));
    }

    /** Returns the arguments with all that was carried, as far as new replies gave it. */
    public @Nullable Object apply(List<CarriedValue> carried, @Nullable Object arguments) {
        Object applied = arguments;
        for (CarriedValue each : carried) {
            Object value = fresh(each);
            applied = value == null ? applied : each.with(applied, value);
        }
        return applied;
    }

    /** Returns whether a request has said this before any reply did. */
    public boolean isOwn(Object value) {
        return values.isOwn(value);
    }

    /** Takes the recorded replies that came before that time. */
    private void catchUp(Instant time) {
        while (!recorded.isEmpty() && !recorded.element().message().time().isAfter(time)) {
            RecordedReply next = recorded.remove();
            List<ValuePath> paths = values.replied(next.exchange(), result(next.message()));
            if (early.containsKey(next.exchange())) {
                take(next.exchange(), paths, early.remove(next.exchange()));
            } else if (!paths.isEmpty()) {
                expected.put(next.exchange(), paths);
            }
        }
    }

    private void take(int exchange, List<ValuePath> paths, @Nullable Object result) {
        for (ValuePath path : paths) {
            Object value = path.in(result);
            if (value != null) {
                fresh.put(new Source(exchange, path), value);
            }
        }
    }

    private static @Nullable Object result(RecordedMessage message) {
        ExecuteReply reply = message.reply();
        try {
            return reply == null || reply.error() != null ? null : ContentData.decode(reply.result());
        } catch (ContentException unreadable) {
            return null;
        }
    }
}
