package io.github.hubsh.core.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a Python class that has no counterpart here: its class by name, and everything that the pickle says
 * about it. Nothing of the class is ever imported or run.
 *
 * <p>Two opaque objects are equal only when they are the same one, as in Python where a class does not say otherwise.
 * That also lets an object that contains itself be a dict's key.
 */
public final class Opaque {
    private final String className;
    private final List<@Nullable Object> arguments;
    private final List<@Nullable Object> items;
    private final Map<@Nullable Object, @Nullable Object> entries;
    private final @Nullable Object underneath;

    /** How a pickle makes an object. */
    public enum Maker {
        /** The class or function is called. */
        CALL,
        /** The class makes an instance without a call of its own constructor: {@code cls.__new__(cls, …)}. */
        NEW,
        /** In a way that is not kept, so that it cannot be made again. */
        OTHER
    }

    // Mutable state, owned by the thread that reads the pickle: a state comes after others may refer to the object.
    private Maker maker = Maker.CALL;
    private @Nullable Object state;

    /** As the long constructor, with nothing but arguments. */
    public Opaque(String className, List<@Nullable Object> arguments) {
        this(className, arguments, null);
    }

    private Opaque(String className, List<@Nullable Object> arguments, @Nullable Object underneath) {
        this.className = className;
        this.arguments = arguments;
        this.underneath = underneath;
        this.items = new ArrayList<>(0);
        this.entries = new LinkedHashMap<>();
    }

    /** Returns an instance of a subclass of {@code str} or of a number, made of that text or number. */
    public static Opaque subclassOf(Object plain, String className) {
        List<@Nullable Object> arguments = new ArrayList<>(1);
        arguments.add(plain);
        return new Opaque(className, arguments, plain);
    }

    /**
     * @param className module and name, dotted: {@code collections.Counter}
     * @param arguments what its constructor was given
     * @param state what was set afterwards: usually a {@link Map} of attributes, or {@code null}
     * @param items list elements that were appended, for subclasses of {@code list}
     * @param entries dict entries that were set, for subclasses of {@code dict}
     */
    public Opaque(
            String className,
            List<@Nullable Object> arguments,
            @Nullable Object state,
            List<@Nullable Object> items,
            Map<@Nullable Object, @Nullable Object> entries) {
        this.className = className;
        this.arguments = arguments;
        this.state = state;
        this.items = items;
        this.entries = entries;
        this.underneath = null;
    }

    public String className() {
        return className;
    }

    public List<@Nullable Object> arguments() {
        return arguments;
    }

    public @Nullable Object state() {
        return state;
    }

    public List<@Nullable Object> items() {
        return items;
    }

    public Map<@Nullable Object, @Nullable Object> entries() {
        return entries;
    }

    /** Returns whether the class is, by its name, that of an exception. */
    public boolean isException() {
        return OpaqueFields.isException(className);
    }

    /**
     * Returns the text or number that the object is under its class, where the class is a subclass of {@code str} or of
     * a number. An object that was made by a call, as an address is of a number, or that was made of more, has none.
     */
    public @Nullable Object plainValue() {
        return items.isEmpty() && entries.isEmpty() && hasNoState() ? underneath : null;
    }

    /** Returns whether nothing was set after the object was made; an empty set of attributes is nothing. */
    public boolean hasNoState() {
        return state == null || (state instanceof Map<?, ?> attributes && attributes.isEmpty());
    }

    public Maker maker() {
        return maker;
    }

    /** For readers: says how the object was made. */
    public void setMaker(Maker maker) {
        this.maker = maker;
    }

    /** For readers: completes an object that is referred to already. */
    public void setState(@Nullable Object state) {
        this.state = state;
    }

    /** Names the class only: the parts may contain the object itself. */
    @Override
    public String toString() {
        return "Opaque[" + className + "]";
    }
}
