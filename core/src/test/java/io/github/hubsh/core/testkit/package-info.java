/**
 * What tests of every module stand on: waiting with a deadline, peers in other processes, and tests that are left out
 * where a tool is missing, though never in CI.
 */
@NullMarked
package io.github.hubsh.core.testkit;

import org.jspecify.annotations.NullMarked;
