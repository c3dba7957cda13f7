package io.github.hubsh.core.protocol.cluster;

/**
 * What the machine of a cluster has met since its start.
 *
 * @param repaired how often announcements were lost, and asked for again
 * @param lost how many requests to other hubs ended without a reply
 * @param duplicates how many requests came twice, and were not executed again
 * @param refused how many names of other hubs were not accepted
 */
public record ClusterCounts(long repaired, long lost, long duplicates, long refused) {}
