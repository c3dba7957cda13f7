/**
 * A small network to try hubsh with: a hub and four plugins that behave like the instruments of a laboratory.
 *
 * <p>Everything is as real as on a bench, but for the hardware: state that requests change, errors for wrong arguments,
 * a measurement that takes its time and is polled.
 */
@NullMarked
package io.github.hubsh.shell.demo;

import org.jspecify.annotations.NullMarked;
