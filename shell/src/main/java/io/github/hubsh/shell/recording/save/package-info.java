/**
 * What was sent and answered, as a script or a test that a person could have written. A session or a recording becomes
 * {@linkplain io.github.hubsh.shell.recording.save.Step steps}; each language has a writer of its own.
 *
 * <p>What is written passes at once against the same network. So what is different each time is expected by its kind
 * only, numbers that were measured within a tolerance, and of a large reply its shape.
 */
@NullMarked
package io.github.hubsh.shell.recording.save;

import org.jspecify.annotations.NullMarked;
