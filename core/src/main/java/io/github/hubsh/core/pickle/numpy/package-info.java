/**
 * numpy's part of the table: arrays, scalars and dtypes, of numpy 1 and 2.
 *
 * <p>The bytes of an array stay the bytes that the pickle had; see {@link io.github.hubsh.core.value.array.NdArray}.
 * What does not add up (a shape that the bytes do not fill, a dtype that is not known) is no error: the object stays
 * opaque, and is shown as such.
 */
@NullMarked
package io.github.hubsh.core.pickle.numpy;

import org.jspecify.annotations.NullMarked;
