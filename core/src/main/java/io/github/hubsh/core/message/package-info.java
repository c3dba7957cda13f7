/**
 * What peers say: the four message types as sealed records.
 *
 * <p>A message that exists is a message that the protocol allows: the constructors refuse everything else, so no room
 * after this one checks again. Nothing here knows JSON, sockets or threads. JSON values that a message carries along
 * (the data, the metadata, unknown header keys) are plain Java: {@code null}, {@link java.lang.Boolean},
 * {@link java.lang.Number}, {@link java.lang.String}, {@link java.util.List}, {@link java.util.Map}.
 */
@NullMarked
package io.github.hubsh.core.message;

import org.jspecify.annotations.NullMarked;
