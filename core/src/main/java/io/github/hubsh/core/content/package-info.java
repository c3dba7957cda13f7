/**
 * Content codecs: (mime type, transfer encoding, encoded data) ⇄ values.
 *
 * <p>{@link io.github.hubsh.core.content.ContentData} chooses the codec: pickle, JSON, YAML, text or bytes. Reading
 * never imports, resolves or runs anything.
 */
@NullMarked
package io.github.hubsh.core.content;

import org.jspecify.annotations.NullMarked;
