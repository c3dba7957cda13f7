package io.github.hubsh.core.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an object of an unknown class is shown: its class, then all that is known of it. */
public final class OpaqueFields {
    private static final String CLASS = "__class__";

    private OpaqueFields() {}

    /** Returns the object's text where a text is its whole value: a Fraction, a Decimal that is no number. */
    public static @Nullable String asText(Opaque opaque) {
        List<@Nullable Object> arguments = opaque.arguments();
        if (opaque.className().equals("fractions.Fraction")
                && arguments.size() == 2
                && arguments.get(0) instanceof Number numerator
                && arguments.get(1) instanceof Number denominator) {
            return denominator.equals(1L) ? numerator.toString() : numerator + "/" + denominator;
        }
        boolean exact = opaque.className().equals("fractions.Fraction")
                || opaque.className().equals("decimal.Decimal");
        return exact && arguments.size() == 1 && arguments.get(0) instanceof String text ? text : null;
    }

    /** Returns what Python's {@code str()} makes of an object, where that is known; else {@code null}. */
    public static @Nullable String plainText(Opaque opaque) {
        Object plain = opaque.plainValue();
        String text = plain != null ? plain.toString() : asText(opaque);
        if (text != null) {
            return text;
        } else if (opaque.className().equals("builtins.complex")) {
            return complex(opaque.arguments());
        } else if (!opaque.isException()) {
            return null;
        }
        List<String> arguments = new ArrayList<>();
        for (Object argument : opaque.arguments()) {
            if (!(argument instanceof String || argument instanceof Number)) {
                return null;
            }
            arguments.add(String.valueOf(argument));
        }
        return String.join(", ", arguments);
    }

    private static @Nullable String complex(List<@Nullable Object> parts) {
        if (parts.size() != 2
                || !(parts.get(0) instanceof Double real)
                || !(parts.get(1) instanceof Double imaginary)) {
            return null;
        }
        String sign = imaginary < 0 || 1 / imaginary < 0 ? "" : "+";
        return '(' + part(real) + sign + part(imaginary) + "j)";
    }

    private static String part(double value) {
        String text =
                Double.isNaN(value) ? "nan" : Double.isInfinite(value) ? (value < 0 ? "-inf" : "inf") : value + "";
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    public static Map<Object, @Nullable Object> of(Opaque opaque) {
        Map<Object, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(CLASS, opaque.className());
        if (!opaque.arguments().isEmpty() || isException(opaque.className())) {
            fields.put("args", opaque.arguments());
        }
        if (!opaque.items().isEmpty()) {
            fields.put("items", opaque.items());
        }
        if (!opaque.entries().isEmpty()) {
            fields.put("entries", opaque.entries());
        }
        addState(opaque.state(), fields);
        return fields;
    }

    /** Adds attributes beside the class; a state that is no set of attributes, or hides a field, is one field. */
    private static void addState(@Nullable Object state, Map<Object, @Nullable Object> fields) {
        if (state instanceof Map<?, ?> attributes
                && attributes.keySet().stream().allMatch(key -> key instanceof String && !fields.containsKey(key))) {
            attributes.forEach(fields::put);
        } else if (state != null) {
            fields.put("state", state);
        }
    }

    static boolean isException(String className) {
        return className.endsWith("Error")
                || className.endsWith("Exception")
                || className.endsWith("Warning")
                || className.equals("builtins.KeyboardInterrupt")
                || className.equals("builtins.SystemExit")
                || className.equals("builtins.StopIteration");
    }
}
