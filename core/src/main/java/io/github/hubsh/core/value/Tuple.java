package io.github.hubsh.core.value;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code tuple}: a list that cannot change, and that is written as a tuple again. */
public final class Tuple extends AbstractList<@Nullable Object> {
    private final List<@Nullable Object> elements;

    private Tuple(List<@Nullable Object> elements) {
        this.elements = elements;
    }

    public static Tuple of(@Nullable Object... elements) {
        return new Tuple(Arrays.asList(elements.clone()));
    }

    public static Tuple copyOf(Collection<? extends @Nullable Object> elements) {
        return new Tuple(new ArrayList<>(elements));
    }

    @Override
    public @Nullable Object get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
