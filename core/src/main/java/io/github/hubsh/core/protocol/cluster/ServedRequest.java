package io.github.hubsh.core.protocol.cluster;

/** A request of a plugin of another hub to one here. */
record ServedRequest(Member member, long number, RequestKey key) {}
