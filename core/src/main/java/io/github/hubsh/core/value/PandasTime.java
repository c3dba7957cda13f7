package io.github.hubsh.core.value;

import java.time.Duration;

/**
 * A {@code Timestamp} or a {@code Timedelta} of pandas.
 *
 * @param value a {@link java.time.LocalDateTime}, a {@link java.time.OffsetDateTime}, or a {@link Duration}
 */
public record PandasTime(Object value) implements TypedScalar {
    /** Returns the name of the class in the module {@code pandas}. */
    public String className() {
        return value instanceof Duration ? "Timedelta" : "Timestamp";
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
