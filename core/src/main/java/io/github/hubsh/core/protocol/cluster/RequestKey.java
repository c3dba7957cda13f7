package io.github.hubsh.core.protocol.cluster;

/** What pairs a reply with its request: the two plugins and the session. */
public record RequestKey(String session, String requester, String target) {}
