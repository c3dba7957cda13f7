package io.github.hubsh.core.value;

import org.jspecify.annotations.Nullable;

/**
 * One value of Python, numpy or pandas that its plain value does not fully describe: a datetime in a named time zone, a
 * {@code Period}, {@code NaT}. It is shown as the plain value, and handed on as it came.
 *
 * @param value what is shown; {@code null} for a missing value
 * @param origin what makes it in Python: a call, or a bare name
 */
public record PythonScalar(@Nullable Object value, Object origin) implements TypedScalar {
    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
