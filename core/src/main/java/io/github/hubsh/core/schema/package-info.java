/**
 * The message schema, JSON Schema draft 4, and a judge that reports everything that is wrong with a message.
 *
 * <p>The path of every message does without this room: {@code MessageReader} reaches the same verdict several times as
 * fast, and stops at the first violation. Here is the full report, for people who write peers and for tests; the
 * validation library is loaded when it is asked for the first time.
 */
@NullMarked
package io.github.hubsh.core.schema;

import org.jspecify.annotations.NullMarked;
