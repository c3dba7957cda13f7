package io.github.hubsh.shell.recording.save;

import io.github.hubsh.core.json.ExactJson;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.word.ConstructorText;
import io.github.hubsh.shell.word.ItemText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments as items of a line, with variables for what earlier results gave. */
final class HubshItems {
    private final Map<ValuePath, String> references = new HashMap<>();
    private final List<String> items = new ArrayList<>();

    /**
     * @param arguments of the request
     * @param variables the variables of the results, by their steps
     */
    HubshItems(@Nullable Object arguments, List<CarriedValue> carried, Map<Integer, String> variables) {
        for (CarriedValue each : carried) {
            String name = variables.get(each.exchange());
            if (name != null) {
                references.put(each.to(), reference(each, each.to().in(arguments), name));
            }
        }
    }

    /** Returns the items, each with a blank before it. */
    String of(@Nullable Object arguments) throws UnwritableException {
        if (arguments != null && !(arguments instanceof Map<?, ?>)) {
            throw new UnwritableException("its arguments are not an object");
        }
        if (arguments instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> each : map.entrySet()) {
                if (!(each.getKey() instanceof String name)) {
                    throw new UnwritableException("an argument's name is no text");
                }
                add(ItemText.quoteName(name), each.getValue(), ValuePath.ROOT.then(name));
            }
        }
        return items.isEmpty() ? "" : " " + String.join(" ", items);
    }

    private void add(String name, @Nullable Object value, ValuePath path) throws UnwritableException {
        String reference = references.get(path);
        if (reference != null) {
            items.add(name + reference);
        } else if (references.keySet().stream().noneMatch(each -> isBelow(each, path))) {
            items.add(name + literal(value));
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> each : map.entrySet()) {
                String key = String.valueOf(each.getKey());
                add(name + "[" + ItemText.quoteName(key) + "]", each.getValue(), path.then(key));
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(name + "[]", list.get(i), path.then(i));
            }
        }
    }

    private static String literal(@Nullable Object value) throws UnwritableException {
        if (value instanceof HiddenSecrets.Hidden hidden) {
            throw new UnwritableException("its '" + hidden.name() + "' looks secret");
        }
        if (ConstructorText.of(value) == null && !ExactJson.isExact(value)) {
            throw new UnwritableException("a value of Python's own class cannot be typed");
        }
        return ItemText.ofValue(value);
    }

    private static boolean isBelow(ValuePath path, ValuePath above) {
        int size = above.steps().size();
        return path.steps().size() > size && path.steps().subList(0, size).equals(above.steps());
    }

    /** Returns the variable with the operator before it. */
    private static String reference(CarriedValue value, @Nullable Object sent, String name) {
        String variable = "$" + name + value.from().text();
        if (!value.within()) {
            return "=" + variable;
        }
        String whole = Json.text(sent);
        String part = Json.text(value.recorded());
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, from)) {
            text.append(quoted(whole.substring(from, at)));
            from = at + part.length();
            boolean ends = from == whole.length() || " /:,;-".indexOf(whole.charAt(from)) >= 0;
            text.append(ends ? variable : "${" + variable.substring(1) + "}");
        }
        return "==\"" + text.append(quoted(whole.substring(from))) + "\"";
    }

    private static String quoted(String text) {
        String literal = ItemText.literal(text + "'");
        return literal.substring(1, literal.length() - 2);
    }
}
