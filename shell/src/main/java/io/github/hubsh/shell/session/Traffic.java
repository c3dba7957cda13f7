package io.github.hubsh.shell.session;

/**
 * What passed since we joined the hub.
 *
 * @param sent requests of ours
 * @param received replies to us
 * @param broadcasts that the hub published while we listened
 */
public record Traffic(long sent, long received, long broadcasts) {}
