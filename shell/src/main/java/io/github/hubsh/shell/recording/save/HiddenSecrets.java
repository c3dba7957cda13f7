package io.github.hubsh.shell.recording.save;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Takes secret values out of steps before they are written to a file. */
final class HiddenSecrets {
    private static final int MAX_DEPTH = 21;

    private final BiPredicate<String, @Nullable Object> isSecret;

    /** Stands where a value was. */
    record Hidden(String name) {}

    /** @param isSecret tells which names and values belong to secrets */
    HiddenSecrets(BiPredicate<String, @Nullable Object> isSecret) {
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
            StepAnswer.Value answer =
                    new StepAnswer.Value(of("", polled.answer().value(), 0));
            return new Step.Polled(of(polled.request()), polled.polling(), answer, polled.variable());
        }
        return step;
    }

    private SentRequest of(SentRequest request) {
        return request.with(of("", request.data(), 0));
    }

    private StepAnswer of(StepAnswer answer) {
        return answer instanceof StepAnswer.Value value ? new StepAnswer.Value(of("", value.value(), 0)) : answer;
    }

    /** @param name of the value, or of the list that it is in */
    private @Nullable Object of(String name, @Nullable Object value, int depth) {
        if (!hasSecrets(name, value, depth)) {
            return value;
        } else if (isSecret.test(name, value)) {
            return new Hidden(name);
        } else if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> shown = new LinkedHashMap<>();
            map.forEach((key, each) -> shown.put(key, of(name(key), each, depth + 1)));
            return shown;
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> shown = new ArrayList<>();
            list.forEach(each -> shown.add(of(name, each, depth + 1)));
            return shown;
        }
        return value;
    }

    /** What has none stays what it is: a copy would be no tuple, no array of numpy. */
    private boolean hasSecrets(String name, @Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            return false;
        } else if (isSecret.test(name, value)) {
            return true;
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .anyMatch(each -> hasSecrets(name(each.getKey()), each.getValue(), depth + 1));
        }
        return value instanceof List<?> list
                && list.stream().anyMatch(each -> !(each instanceof Number) && hasSecrets(name, each, depth + 1));
    }

    private static String name(@Nullable Object key) {
        return key instanceof String text ? text : "";
    }
}
