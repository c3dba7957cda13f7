package io.github.hubsh.core.value;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Python's {@code frozenset}: a set that cannot change, and so the only one that may be a key or another's element. */
public final class FrozenSet extends AbstractSet<@Nullable Object> {
    private final Set<@Nullable Object> elements;

    private FrozenSet(Set<@Nullable Object> elements) {
        this.elements = Collections.unmodifiableSet(elements);
    }

    public static FrozenSet copyOf(Collection<? extends @Nullable Object> elements) {
        return new FrozenSet(new LinkedHashSet<>(elements));
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return elements.iterator();
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return elements.contains(element);
    }
}
