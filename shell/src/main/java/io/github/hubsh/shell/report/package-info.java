/**
 * Results of tests, and what is written of them for other programs: JUnit's XML and JSON. The runner of tests in
 * JavaScript and the comparison of a replay with its recording give the same reports.
 */
@NullMarked
package io.github.hubsh.shell.report;

import org.jspecify.annotations.NullMarked;
