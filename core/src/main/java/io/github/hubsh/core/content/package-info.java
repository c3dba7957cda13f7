/**
 * Content codecs: (mime type, transfer encoding, encoded data) ⇄ values.
 *
 * <p>A value is what a Python peer meant, in Java's own types: {@code null}, {@link java.lang.Boolean}, {@link
 * java.lang.Long} or {@link java.math.BigInteger} for an int, {@link java.lang.Double}, {@link java.lang.String}, {@link
 * io.github.hubsh.core.content.Bytes}, {@link java.util.List}, {@link io.github.hubsh.core.content.Tuple}, {@link
 * java.util.Map} in insertion order, {@link java.util.Set} or {@link io.github.hubsh.core.content.FrozenSet}, {@code
 * java.time} types, {@link java.math.BigDecimal},
 * {@link java.util.UUID}; {@link io.github.hubsh.core.content.Series}, {@link
 * io.github.hubsh.core.content.DataFrame} and {@link io.github.hubsh.core.content.array.Column} of numpy and pandas; and
 * {@link io.github.hubsh.core.content.Opaque} or {@link
 * io.github.hubsh.core.content.Global} for what has no counterpart. Reading never imports, resolves or runs anything.
 *
 * <p>A value that was read may contain itself, and may hold one part many times over: print it with {@link
 * io.github.hubsh.core.content.Json}, which knows, and do not call its own {@code hashCode} or {@code toString}. It is never
 * more than some hundred containers deep, so that a walk which looks out for cycles may recurse.
 */
@NullMarked
package io.github.hubsh.core.content;

import org.jspecify.annotations.NullMarked;
