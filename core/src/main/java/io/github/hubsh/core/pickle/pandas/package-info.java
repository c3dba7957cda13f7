/**
 * pandas' part of the table: Series, DataFrame, their indexes and arrays, of pandas 0.20 to 3.
 *
 * <p>A frame is pickled as its <em>block manager</em>: axes, and blocks of columns that share a type, each with the
 * columns' places. The layout has been the same since 0.14 under ever new names, so names are compared by their last
 * part, and the parts of a state by what they are rather than where they stand. What does not add up stays opaque.
 */
@NullMarked
package io.github.hubsh.core.pickle.pandas;

import org.jspecify.annotations.NullMarked;
