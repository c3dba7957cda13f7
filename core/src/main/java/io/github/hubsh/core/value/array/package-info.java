/**
 * Many values of one type, as numpy and pandas keep them: bytes or a list, and a type that says how to read an element.
 *
 * <p>Nothing is unpacked before it is read. A {@link io.github.hubsh.core.value.array.Column} is a list that makes its
 * elements when they are read, so a million floats cost their eight bytes each and not a million objects. Making an
 * element never throws: the builder of a column has checked that every element of it can be read.
 */
@NullMarked
package io.github.hubsh.core.value.array;

import org.jspecify.annotations.NullMarked;
