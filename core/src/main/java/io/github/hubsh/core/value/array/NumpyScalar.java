package io.github.hubsh.core.value.array;

import org.jspecify.annotations.Nullable;

/**
 * One value under a type of numpy's, for who has to send one: a peer's scalars are read as the plain values that they are.
 *
 * @param dtype of a number or a truth, checked to hold the value
 */
public record NumpyScalar(Dtype dtype, @Nullable Object value) {
    /** Returns the class in the module {@code numpy} that makes it. */
    public String className() {
        return dtype.kind() == 'b' ? "bool_" : dtype.name();
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
