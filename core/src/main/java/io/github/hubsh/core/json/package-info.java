/**
 * JSON text ⇄ values.
 *
 * <p>Every value can be written: what JSON has no notation for becomes text, an array or an object, as
 * {@link io.github.hubsh.core.json.Json#write} says. Reading keeps every digit and takes the bare tokens that Python
 * writes. Tables travel in a JSON shape of their own, {@link io.github.hubsh.core.json.PandasJson}.
 */
@NullMarked
package io.github.hubsh.core.json;

import org.jspecify.annotations.NullMarked;
