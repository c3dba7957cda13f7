package io.github.hubsh.core.value.array;

import io.github.hubsh.core.value.TypedScalar;
import org.jspecify.annotations.Nullable;

/**
 * One value under a type of numpy.
 *
 * @param dtype of a number or a truth, checked to hold the value
 */
public record NumpyScalar(Dtype dtype, @Nullable Object value) implements TypedScalar {
    /** Returns the class in the module {@code numpy} that makes it. */
    public String className() {
        return dtype.kind() == 'b' ? "bool_" : dtype.name();
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
