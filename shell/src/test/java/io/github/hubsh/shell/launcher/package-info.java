/**
 * Tests of {@code bin/hubsh}, in installations made for them: a copy of the scripts beside small jars or a Java that
 * only prints how it was called, so that what is tested is the script and nothing it starts.
 */
@NullMarked
package io.github.hubsh.shell.launcher;

import org.jspecify.annotations.NullMarked;
