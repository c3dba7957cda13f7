/**
 * What a message can carry: the values of Python, numpy and pandas as plain data.
 *
 * <p>A value is what a Python peer meant, in Java's own types: {@code null}, {@link java.lang.Boolean},
 * {@link java.lang.Long} or {@link java.math.BigInteger} for an int, {@link java.lang.Double},
 * {@link java.lang.String}, {@link io.github.hubsh.core.value.Bytes}, {@link java.util.List},
 * {@link io.github.hubsh.core.value.Tuple}, {@link java.util.Map} in insertion order, {@link java.util.Set} or
 * {@link io.github.hubsh.core.value.FrozenSet}, {@code java.time} types, {@link java.math.BigDecimal},
 * {@link java.util.UUID}; {@link io.github.hubsh.core.value.TypedScalar};
 * {@link io.github.hubsh.core.value.table.Series}, {@link io.github.hubsh.core.value.table.DataFrame} and
 * {@link io.github.hubsh.core.value.array.Column} of numpy and pandas; and {@link io.github.hubsh.core.value.Opaque} or
 * {@link io.github.hubsh.core.value.Global} for what has no counterpart.
 *
 * <p>A value that was read may contain itself, and may hold one part many times over: print it with room {@code json},
 * which handles both, and do not call its own {@code hashCode} or {@code toString}. It is at most some hundred
 * containers deep, so a walk that detects cycles may recurse.
 */
@NullMarked
package io.github.hubsh.core.value;

import org.jspecify.annotations.NullMarked;
