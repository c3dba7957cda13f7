/**
 * Small files of the user's that several shells keep together, and folders that are the user's alone.
 *
 * <p>A writer reads the file again under a lock, and a reader sees the old content or the new, never half of it; so
 * that two shells that learn or keep something at the same time lose nothing.
 */
@NullMarked
package io.github.hubsh.shell.store;

import org.jspecify.annotations.NullMarked;
