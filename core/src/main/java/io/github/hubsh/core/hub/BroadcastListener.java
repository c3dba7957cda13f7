package io.github.hubsh.core.hub;

/** Hears a hub's broadcasts inside its process. */
public interface BroadcastListener {
    /** A message is broadcast. This is called on the hub's loop, where every message waits until it returns. */
    void broadcast(HubBroadcast message);
}
