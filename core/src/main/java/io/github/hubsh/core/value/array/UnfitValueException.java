package io.github.hubsh.core.value.array;

/** A value that a type cannot hold; {@link #index} says which. */
public final class UnfitValueException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int index;

    public UnfitValueException(int index, String message) {
        super(message);
        this.index = index;
    }

    public int index() {
        return index;
    }
}
