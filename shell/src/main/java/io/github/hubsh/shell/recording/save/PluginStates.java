package io.github.hubsh.shell.recording.save;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What plugins said last about their states. A question that was asked once, late enough, may come too early when a
 * script asks it: so a question for something that has changed by itself is asked until the answer is the same. That
 * costs nothing where it is the same at once. For one thread.
 */
final class PluginStates {
    /** Commands that only ask, as the field names them. */
    private static final Pattern ASKING = Pattern.compile("(get|is|has|read|query|poll|check)_.*|(.*_)?(status|state)");

    /** Commands that answer no data until something is done. */
    private static final Pattern AWAITING = Pattern.compile("(.*_)?(complete|completed|done|ready|finished)");

    // Mutable state
    private final Map<List<String>, Object> last = new HashMap<>();

    /** Takes the next request; returns it as one that is repeated where it should be, else as it is. */
    Step next(Step.Sent sent) {
        SentRequest request = sent.request();
        if (!(sent.answer() instanceof StepAnswer.Value value)) {
            return sent;
        }
        boolean awaits = AWAITING.matcher(request.command()).matches() && value.value() != null;
        Polling polling =
                awaits ? Polling.untilThere(Polling.DEFAULT_EVERY, Polling.DEFAULT_LIMIT) : changed(request, value);
        replied(request, value);
        return polling == null || sent.line() != null
                ? sent
                : new Step.Polled(request, polling, value, sent.variable());
    }

    /** Takes the reply of a request. */
    void replied(SentRequest request, StepAnswer.Value answer) {
        if (answer.value() instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> {
                if (name instanceof String field && isState(value)) {
                    last.put(List.of(request.target(), field), value);
                }
            });
        }
    }

    private @Nullable Polling changed(SentRequest request, StepAnswer.Value answer) {
        if (!ASKING.matcher(request.command()).matches() || !(answer.value() instanceof Map<?, ?> fields)) {
            return null;
        }
        for (Map.Entry<?, ?> each : fields.entrySet()) {
            if (each.getKey() instanceof String field && isState(each.getValue())) {
                Object before = last.get(List.of(request.target(), field));
                if (before != null && !before.equals(each.getValue())) {
                    return new Polling(field, each.getValue(), Polling.DEFAULT_EVERY, Polling.DEFAULT_LIMIT);
                }
            }
        }
        return null;
    }

    private static boolean isState(@Nullable Object value) {
        return value instanceof String || value instanceof Boolean;
    }
}
