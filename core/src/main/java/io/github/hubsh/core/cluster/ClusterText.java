package io.github.hubsh.core.cluster;

import io.github.hubsh.core.protocol.cluster.ClusterMessage;

/**
 * What has come from another hub.
 *
 * @param text behind the head: that of a request, reply or broadcast; else empty
 */
@SuppressWarnings("ArrayRecordComponent") // the text is passed on and never compared
public record ClusterText(ClusterMessage head, byte[] text) {}
