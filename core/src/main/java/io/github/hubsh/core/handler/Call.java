package io.github.hubsh.core.handler;

import io.github.hubsh.core.message.ExecuteRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, as its handler sees it.
 *
 * @param request the request itself
 * @param data the decoded arguments, of any type
 */
public record Call(ExecuteRequest request, @Nullable Object data) {
    /** Returns the name of the plugin that asks. */
    public String source() {
        return request.source();
    }

    /**
     * Returns the keyword arguments; empty where none were sent.
     *
     * @throws IllegalArgumentException if the arguments are no dict
     */
    public Map<?, ?> arguments() {
        if (data == null) {
            return Map.of();
        }
        if (data instanceof Map<?, ?> arguments) {
            return arguments;
        }
        throw new IllegalArgumentException(
                "expected keyword arguments, got " + data.getClass().getSimpleName());
    }

    /** Returns the argument, or {@code otherwise} where it was not sent. */
    public Object argument(String name, Object otherwise) {
        Object value = arguments().get(name);
        return value == null ? otherwise : value;
    }

    /**
     * Returns an argument of this type.
     *
     * @throws IllegalArgumentException if it is missing or of another type
     */
    public <T> T require(String name, Class<T> type) {
        Object value = arguments().get(name);
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        String found =
                value == null ? "missing" : value + ", a " + value.getClass().getSimpleName();
        throw new IllegalArgumentException(
                "argument '" + name + "': expected a " + type.getSimpleName() + ", found " + found);
    }
}
