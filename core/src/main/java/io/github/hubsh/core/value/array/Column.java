package io.github.hubsh.core.value.array;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of one type. Unmodifiable; elements are made when they are asked for. */
public interface Column extends List<@Nullable Object> {
    /**
     * The type as {@code str(dtype)} has it in Python: {@code float64}, {@code datetime64[ns, UTC]}, {@code category}.
     */
    String dtypeName();

    /** What is held as objects, and so may contain anything: walks that look for depth or cycles go here. */
    default Collection<? extends @Nullable Object> held() {
        return List.of();
    }
}
