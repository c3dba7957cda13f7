package io.github.hubsh.shell.recording.fake;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.argument.Secrets;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.recording.compare.ComparableValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the arguments of a request are from those of a recorded one: an argument that is another text or missing
 * counts 1, a number counts less the nearer it is.
 *
 * @param distance 0 for none
 * @param texts what is different, a few words for each part
 */
record ArgumentDifference(double distance, List<String> texts) {
    private static final int MAX_PARTS = 200;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_SHOWN = 40;

    /** A part of the arguments that has no parts of its own. */
    private record Part(@Nullable Object value) {}

    static ArgumentDifference of(Map<?, ?> asked, Map<?, ?> recorded) {
        Map<ValuePath, Part> now = parts(asked);
        Map<ValuePath, Part> then = parts(recorded);
        List<String> texts = new ArrayList<>();
        double distance = 0;
        for (Map.Entry<ValuePath, Part> part : now.entrySet()) {
            Part other = then.remove(part.getKey());
            double far = other == null ? 1 : distance(part.getValue(), other);
            if (far > 0) {
                distance += far;
                texts.add(name(part.getKey())
                        + (other == null ? " was not there" : " was " + shown(part.getKey(), other)));
            }
        }
        for (ValuePath missing : then.keySet()) {
            distance += 1;
            texts.add(name(missing) + " is missing");
        }
        return new ArgumentDifference(distance, texts);
    }

    private static Map<ValuePath, Part> parts(Map<?, ?> arguments) {
        Map<ValuePath, Part> parts = new LinkedHashMap<>();
        collect(arguments, ValuePath.ROOT, parts);
        return parts;
    }

    private static void collect(@Nullable Object value, ValuePath path, Map<ValuePath, Part> parts) {
        boolean deep = path.steps().size() >= MAX_DEPTH;
        if (parts.size() >= MAX_PARTS) {
            return;
        } else if (value instanceof Map<?, ?> map && !deep && (path.isRoot() || !map.isEmpty())) {
            map.forEach((key, each) -> collect(each, path.then(String.valueOf(key)), parts));
        } else if (value instanceof List<?> list && !deep && !list.isEmpty()) {
            for (int i = 0; i < list.size() && parts.size() < MAX_PARTS; i++) {
                collect(list.get(i), path.then(i), parts);
            }
        } else {
            parts.put(path, new Part(value));
        }
    }

    private static double distance(Part asked, Part recorded) {
        Object a = ComparableValue.of(asked.value());
        Object b = ComparableValue.of(recorded.value());
        if (a.equals(b)) {
            return 0;
        } else if (a instanceof BigDecimal one && b instanceof BigDecimal two) {
            double sum = one.abs().doubleValue() + two.abs().doubleValue();
            double apart = Math.abs(one.doubleValue() - two.doubleValue());
            return sum > 0 && Double.isFinite(sum) ? Math.max(Double.MIN_VALUE, apart / sum) : 1;
        }
        return 1;
    }

    private static String name(ValuePath path) {
        String text = path.text();
        return text.startsWith(".") ? text.substring(1) : text;
    }

    /** An error does not show the password that it expected. */
    private static String shown(ValuePath path, Part part) {
        if (Secrets.isSecret(path.name(), part.value())) {
            return "another one";
        }
        String text = Json.write(part.value());
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }
}
