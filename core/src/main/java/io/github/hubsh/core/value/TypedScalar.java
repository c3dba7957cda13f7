package io.github.hubsh.core.value;

import org.jspecify.annotations.Nullable;

/** One value under a type of numpy or pandas. It is shown as the plain value, and handed on as what it was. */
public interface TypedScalar {
    @Nullable
    Object value();

    /** Returns the plain value of a typed scalar; any other value as it is. */
    static @Nullable Object plain(@Nullable Object value) {
        return value instanceof TypedScalar scalar ? scalar.value() : value;
    }
}
