package io.github.hubsh.core.content;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a Python class that has no counterpart here: its class by name, and everything that the pickle says
 * about it. Nothing of the class is ever imported or run.
 *
 * @param className module and name, dotted: {@code collections.Counter}
 * @param arguments what its constructor was given
 * @param state what was set afterwards: usually a {@link Map} of attributes, or {@code null}
 * @param items list elements that were appended, for subclasses of {@code list}
 * @param entries dict entries that were set, for subclasses of {@code dict}
 */
public record Opaque(
        String className,
        List<@Nullable Object> arguments,
        @Nullable Object state,
        List<@Nullable Object> items,
        Map<@Nullable Object, @Nullable Object> entries) {}
