/**
 * Many values of one type, as numpy and pandas keep them: bytes or a list, and a type that says how to read an element.
 *
 * <p>Nothing is unpacked before somebody asks for it. A {@link io.github.hubsh.core.value.array.Column} is a list that
 * makes its elements when they are read, so a million floats cost their eight bytes each and not a million objects. What
 * is made is never an exception: whoever builds a column has checked that every element of it can be read.
 */
@NullMarked
package io.github.hubsh.core.value.array;

import org.jspecify.annotations.NullMarked;
