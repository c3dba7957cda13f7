/**
 * A hub as a browser and Prometheus see it, over HTTP.
 *
 * <p>It is apart from the hub: it has a thread of its own, asks the hub for a
 * {@link io.github.hubsh.core.web.HubSnapshot} now and then, and listens to broadcasts only while a page is open. What
 * is shown is rendered by pure classes: {@link io.github.hubsh.core.web.HubMetrics},
 * {@link io.github.hubsh.core.web.StatusEvent} and {@link io.github.hubsh.core.web.BroadcastEvent}. The handlers around
 * them know HTTP, and what a stranger may do with it: each size, count and wait has a limit.
 *
 * <p>Names and values come from the network. They leave here escaped, as labels or JSON, and the page shows them as
 * text.
 */
@NullMarked
package io.github.hubsh.core.web;

import org.jspecify.annotations.NullMarked;
