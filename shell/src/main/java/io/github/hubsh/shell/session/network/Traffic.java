package io.github.hubsh.shell.session.network;

/**
 * What passed since we joined the hub.
 *
 * @param sent requests of ours
 * @param received replies to us
 * @param broadcasts that the hub published while we listened
 * @param missed broadcasts that were dropped on their way to a listener of this shell, here or at the hub
 */
public record Traffic(long sent, long received, long broadcasts, long missed) {}
