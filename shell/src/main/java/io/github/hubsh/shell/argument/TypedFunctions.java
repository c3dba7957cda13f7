package io.github.hubsh.shell.argument;

import io.github.hubsh.shell.word.Operands;
import io.github.hubsh.shell.word.ValueFunctions;

/** The functions of {@link TypedArgument}, for those who read typed JSON. */
public final class TypedFunctions implements ValueFunctions {
    private TypedFunctions() {}

    /** Returns them. Declared with the interface, so that a caller that needs none does not load it. */
    public static ValueFunctions all() {
        return new TypedFunctions();
    }

    @Override
    public boolean has(String name) {
        return TypedArgument.isFunction(name);
    }

    @Override
    public Object make(String name, Operands operands) {
        return TypedArgument.make(name, operands);
    }
}
