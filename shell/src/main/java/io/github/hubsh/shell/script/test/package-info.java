/**
 * Tests in JavaScript: the runner and its reports.
 *
 * <p>Each file runs in a {@link io.github.hubsh.shell.script.Script} of its own, one test after the other.
 * {@link io.github.hubsh.shell.script.test.TestLog} keeps the result of every test, prints it, and writes the reports
 * again while the run continues, so that they are complete when it is stopped. This room uses the engine; the engine
 * knows it only as a {@link io.github.hubsh.shell.script.TestRunner}, which {@code app} passes on.
 */
@NullMarked
package io.github.hubsh.shell.script.test;

import org.jspecify.annotations.NullMarked;
