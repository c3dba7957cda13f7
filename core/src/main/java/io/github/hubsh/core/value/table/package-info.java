/**
 * What pandas makes tables of: labels, and columns that are more than a numpy array.
 *
 * <p>All of them are lists that make their elements when they are read, over the arrays that a pickle held. A missing
 * value is {@code null} where the type has a notation for it ({@code NaT}, {@code <NA>}), and NaN where pandas has NaN.
 */
@NullMarked
package io.github.hubsh.core.value.table;

import org.jspecify.annotations.NullMarked;
