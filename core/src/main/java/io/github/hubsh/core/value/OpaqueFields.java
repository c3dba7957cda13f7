package io.github.hubsh.core.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an object of an unknown class is shown: its class, then all that is known of it. */
public final class OpaqueFields {
    private static final String CLASS = "__class__";

    /** Python writes floats in full between these, and with an exponent outside. */
    private static final double MIN_PLAIN = 1e-4;

    private static final double MAX_PLAIN = 1e16;

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
        if (real == 0 && 1 / real > 0) {
            return part(imaginary) + 'j';
        }
        String sign = imaginary < 0 || 1 / imaginary < 0 ? "" : "+";
        return '(' + part(real) + sign + part(imaginary) + "j)";
    }

    /** As Python writes the parts of a complex number: in full up to 16 digits, and without {@code .0}. */
    private static String part(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        } else if (Double.isInfinite(value)) {
            return value < 0 ? "-inf" : "inf";
        }
        String text = Double.toString(value);
        int exponent = text.indexOf('E');
        double size = Math.abs(value);
        if (exponent < 0) {
            return withoutFraction(text);
        } else if (size >= MIN_PLAIN && size < MAX_PLAIN) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        int power = Integer.parseInt(text.substring(exponent + 1));
        return withoutFraction(text.substring(0, exponent))
                + String.format(Locale.ROOT, "e%s%02d", power < 0 ? "-" : "+", Math.abs(power));
    }

    private static String withoutFraction(String text) {
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
