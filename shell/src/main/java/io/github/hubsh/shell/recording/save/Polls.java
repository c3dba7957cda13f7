package io.github.hubsh.shell.recording.save;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds where someone has asked the same again and again until the answer was another one: that is one step, as the
 * number of polls is another one each time.
 */
final class Polls {
    private static final Duration MIN_EVERY = Duration.ofMillis(50);
    private static final Duration MAX_EVERY = Duration.ofSeconds(5);
    private static final int WAIT_FACTOR = 5;

    private Polls() {}

    /** A request with the time at which it was sent. */
    record Timed(Step.Sent step, Instant time) {}

    /** Returns the step that requests for the same are together; {@code null} if they did not wait for anything. */
    static Step.@Nullable Polled together(List<Timed> same) {
        if (same.size() < 2) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Timed each : same) {
            if (!(each.step().answer() instanceof StepAnswer.Value value)) {
                return null;
            }
            values.add(value.value());
        }
        Object last = values.remove(values.size() - 1);
        Polling polling = polling(values, last, same);
        return polling == null
                ? null
                : new Step.Polled(same.get(0).step().request(), polling, new StepAnswer.Value(last), null);
    }

    private static @Nullable Polling polling(List<@Nullable Object> earlier, @Nullable Object last, List<Timed> same) {
        Duration whole =
                Duration.between(same.get(0).time(), same.get(same.size() - 1).time());
        Duration every = every(whole.dividedBy(earlier.size()));
        Duration limit = longer(whole.multipliedBy(WAIT_FACTOR));
        if (last != null && earlier.stream().allMatch(Objects::isNull)) {
            return Polling.untilThere(every, limit);
        }
        if (!(last instanceof Map<?, ?> fields)) {
            return null;
        }
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            boolean isState = field.getValue() instanceof String || field.getValue() instanceof Boolean;
            if (isState && field.getKey() instanceof String name && differs(earlier, name, field.getValue())) {
                return new Polling(name, field.getValue(), every, limit);
            }
        }
        return null;
    }

    private static boolean differs(List<@Nullable Object> earlier, String name, @Nullable Object value) {
        return earlier.stream()
                .allMatch(each -> each instanceof Map<?, ?> map
                        && map.get(name) != null
                        && !Objects.equals(map.get(name), value));
    }

    /** What a person would write: whole tenths of a second. */
    private static Duration every(Duration mean) {
        if (mean.compareTo(MIN_EVERY) < 0) {
            return MIN_EVERY;
        } else if (mean.compareTo(MAX_EVERY) > 0) {
            return MAX_EVERY;
        }
        boolean usual = mean.minus(Polling.DEFAULT_EVERY).abs().compareTo(MIN_EVERY) <= 0;
        long tenths = Math.max(1, Math.round(mean.toMillis() / 100.0));
        return usual ? Polling.DEFAULT_EVERY : Duration.ofMillis(100 * tenths);
    }

    private static Duration longer(Duration needed) {
        boolean enough = needed.compareTo(Polling.DEFAULT_LIMIT) <= 0;
        return enough ? Polling.DEFAULT_LIMIT : Duration.ofMinutes(needed.toMinutes() + 1);
    }
}
