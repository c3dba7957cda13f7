/**
 * What a hub and a plugin share in running their protocol machines: one lock and one clock for every decision, one way
 * to run a handler and to answer when there are too many, one log of what is dropped.
 *
 * <p>The machines are in {@code protocol} and have no thread, clock or log; the sockets are in {@code transport}.
 * {@link io.github.hubsh.core.driver.MachineDriver} stands between, and knows neither.
 */
@NullMarked
package io.github.hubsh.core.driver;

import org.jspecify.annotations.NullMarked;
