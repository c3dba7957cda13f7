package io.github.hubsh.core.value.array;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** An array's elements in the order of its memory. */
interface Elements {
    int size();

    @Nullable
    Object get(int index);

    /** The objects, where elements are such. */
    Collection<? extends @Nullable Object> held();
}
