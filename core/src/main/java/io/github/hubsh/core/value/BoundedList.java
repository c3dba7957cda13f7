package io.github.hubsh.core.value;

import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Python's {@code deque}: a list that may have a maximum length. */
public final class BoundedList extends ArrayList<@Nullable Object> {
    private static final long serialVersionUID = 1L;

    private final @Nullable Long maxLength;

    /** @param maxLength in elements; {@code null} for none. It is kept to be handed on, and not enforced here */
    public BoundedList(Collection<? extends @Nullable Object> elements, @Nullable Long maxLength) {
        super(elements);
        this.maxLength = maxLength;
    }

    public @Nullable Long maxLength() {
        return maxLength;
    }
}
