package io.github.hubsh.core.value;

/**
 * A bare Python class or function, by name. Nothing is ever imported: the name is all that is known.
 *
 * @param name module and name, dotted: {@code numpy.float64}
 */
public record Global(String name) {}
