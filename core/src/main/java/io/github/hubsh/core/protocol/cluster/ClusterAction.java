package io.github.hubsh.core.protocol.cluster;

/** What a hub does next for its cluster. */
public sealed interface ClusterAction {
    /** Send a message to all hubs. */
    record Announce(ClusterMessage message) implements ClusterAction {}

    /** Send a message to one hub. */
    record Send(String hub, ClusterMessage message) implements ClusterAction {}

    /** From now on receive broadcasts whose source begins with this. */
    record Subscribe(String prefix) implements ClusterAction {}

    /** From now on do not. */
    record Unsubscribe(String prefix) implements ClusterAction {}

    /** Give the request to its plugin here; its reply goes back by {@link ClusterProtocol#answered}. */
    record Deliver(RequestKey key) implements ClusterAction {}

    /** Give the reply to the plugin here that waits for it. */
    record Answer(RequestKey key) implements ClusterAction {}

    /** A request of a plugin here ends without a reply. */
    record Fail(RequestKey key, String hub, FailureCause cause) implements ClusterAction {}

    /** A plugin elsewhere that has asked plugins here is gone: its replies have no receiver. */
    record RequesterGone(String plugin) implements ClusterAction {}

    /** A plugin here has a name that an older one has elsewhere: tell it, and forget it. */
    record Evict(String plugin, String hub) implements ClusterAction {}

    /** A name that was refused here is free. */
    record Free(String plugin) implements ClusterAction {}

    /** A hub has joined, or has been started again. */
    record Met(HubStart hub) implements ClusterAction {}

    /** A hub is gone. */
    record Lost(HubStart hub) implements ClusterAction {}

    /** Another hub of the cluster has this one's name: this one stays outside. */
    record Refused(String hub) implements ClusterAction {}
}
