package io.github.hubsh.core.server;

/**
 * What goes through the sockets of a server since it was started. Links inside the process are connections, and their
 * bytes do not count.
 *
 * @param connections that are open now, those that have not described themselves yet among them
 * @param opened connections until now
 * @param received bytes read
 * @param sent bytes of messages handed to connections, read by their peers or not
 */
public record ServerTraffic(long connections, long opened, long received, long sent) {}
