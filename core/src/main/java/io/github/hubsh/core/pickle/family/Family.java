package io.github.hubsh.core.pickle.family;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Some Python classes and functions that have a counterpart here. What a family does not list is never called. */
public interface Family {
    /** Returned where what Python would make is {@code None}, or has no other counterpart. */
    Object NONE = new Object();

    /** Returns what it lists, by dotted name as Python 3 has it. */
    Set<String> names();

    /**
     * Makes what Python would make.
     *
     * @param name one of {@link #names()}
     * @return {@code null} where the arguments are not such as this name takes: the object stays opaque then
     * @throws ContentException only when it would cost too much
     */
    @Nullable
    Object call(String name, List<@Nullable Object> arguments, Meter meter) throws ContentException;

    /** Returns what an object has become by its state, or {@code null} where it stays as it is. */
    default @Nullable Object built(Opaque object, Meter meter) throws ContentException {
        return null;
    }
}
