package io.github.hubsh.shell.recording.save;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes secret values out of steps before they are written to a file. */
final class HiddenSecrets {
    private static final int MAX_DEPTH = 20;

    private final Predicate<String> isSecret;

    /** Stands where a value was. */
    record Hidden(String name) {}

    /** @param isSecret tells which names belong to secrets */
    HiddenSecrets(Predicate<String> isSecret) {
        this.isSecret = isSecret;
    }

    /** Returns the same steps without such values. */
    List<Step> of(List<Step> steps) {
        return steps.stream().map(this::of).toList();
    }

    private Step of(Step step) {
        if (step instanceof Step.Sent sent) {
            return new Step.Sent(of(sent.request()), of(sent.answer()), sent.line(), sent.variable());
        } else if (step instanceof Step.Polled polled) {
            StepAnswer.Value answer = new StepAnswer.Value(of(polled.answer().value(), 0));
            return new Step.Polled(of(polled.request()), polled.polling(), answer, polled.variable());
        }
        return step;
    }

    private SentRequest of(SentRequest request) {
        return request.with(of(request.data(), 0));
    }

    private StepAnswer of(StepAnswer answer) {
        return answer instanceof StepAnswer.Value value ? new StepAnswer.Value(of(value.value(), 0)) : answer;
    }

    private @Nullable Object of(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH || !hasSecrets(value, depth)) {
            return value;
        } else if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> shown = new LinkedHashMap<>();
            map.forEach((key, each) -> shown.put(
                    key, key instanceof String name && isSecret.test(name) ? new Hidden(name) : of(each, depth + 1)));
            return shown;
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> shown = new ArrayList<>();
            list.forEach(each -> shown.add(of(each, depth + 1)));
            return shown;
        }
        return value;
    }

    /** What has none stays what it is: a copy would be no tuple, no array of numpy. */
    private boolean hasSecrets(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            return false;
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .anyMatch(each -> (each.getKey() instanceof String name && isSecret.test(name))
                            || hasSecrets(each.getValue(), depth + 1));
        }
        return value instanceof List<?> list && list.stream().anyMatch(each -> hasSecrets(each, depth + 1));
    }
}
