package io.github.hubsh.core.json;

import io.github.hubsh.core.value.Bytes;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text of values that JSON has no notation for: base64, ISO 8601, numbers that are none. */
public final class ScalarText {
    /** Python writes floats in full between these, and with an exponent outside. */
    private static final double MIN_PLAIN = 1e-4;

    private static final double MAX_PLAIN = 1e16;

    private ScalarText() {}

    public static String of(@Nullable Object value) {
        if (value instanceof Bytes bytes) {
            return Base64.getEncoder().encodeToString(bytes.toArray());
        } else if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        } else if (value instanceof LocalDateTime at) {
            return at.toLocalDate() + "T" + time(at.toLocalTime());
        } else if (value instanceof OffsetDateTime at) {
            return at.toLocalDate() + "T" + time(at.toLocalTime()) + offset(at.getOffset());
        } else if (value instanceof LocalTime time) {
            return time(time);
        } else if (value instanceof OffsetTime time) {
            return time(time.toLocalTime()) + offset(time.getOffset());
        } else if (value instanceof ZoneOffset zone) {
            return offset(zone);
        }
        return String.valueOf(value);
    }

    static String ofDouble(double value) {
        String text = Double.toString(value);
        int exponent = text.indexOf('E');
        if (exponent < 0) {
            return text;
        }
        double size = Math.abs(value);
        if (size >= MIN_PLAIN && size < MAX_PLAIN) {
            String plain = new BigDecimal(text).toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String mantissa = text.substring(0, exponent);
        return (mantissa.endsWith(".0") ? mantissa.substring(0, mantissa.length() - 2) : mantissa)
                + (size < 1 ? "e" : "e+")
                + text.substring(exponent + 1);
    }

    /**
     * Java leaves out zero seconds, which not every reader of ISO 8601 takes; and Python writes six digits or none,
     * pandas nine. The digits are those of JSON in every language.
     */
    private static String time(LocalTime time) {
        String seconds =
                String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        int nano = time.getNano();
        if (nano == 0) {
            return seconds;
        }
        boolean micros = nano % 1000 == 0;
        return seconds + String.format(Locale.ROOT, micros ? ".%06d" : ".%09d", micros ? nano / 1000 : nano);
    }

    private static String offset(ZoneOffset zone) {
        return zone.getTotalSeconds() == 0 ? "+00:00" : zone.getId();
    }
}
