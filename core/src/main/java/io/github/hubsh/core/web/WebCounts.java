package io.github.hubsh.core.web;

/**
 * What became of the viewers of a hub.
 *
 * @param connections that are open now
 * @param refused connections that were one too many
 * @param viewers that get events now
 * @param slow viewers that were hung up on, because they did not read
 * @param unshown broadcasts that came too quickly to be shown
 */
record WebCounts(long connections, long refused, long viewers, long slow, long unshown) {}
