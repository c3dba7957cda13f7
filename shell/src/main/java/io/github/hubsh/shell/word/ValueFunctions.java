package io.github.hubsh.shell.word;

/** The functions that may stand within typed JSON: {@code {"id": uuid("…")}}. */
public interface ValueFunctions {
    /** Returns whether there is a function of that name. */
    boolean has(String name);

    /**
     * Makes the value that {@code name(operand, …)} is.
     *
     * @param name one of which {@link #has} is true
     * @throws IllegalArgumentException saying what was expected
     */
    Object make(String name, Operands operands);
}
