package io.github.hubsh.core.transport;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.core.key.WeakKeyException;

/**
 * What a client of a hub with CURVE has.
 *
 * @param server the hub's key: no other hub is talked to
 * @param own the client's keys, by which the hub knows it
 */
public record CurveClient(CurveKey server, CurveKeyPair own) {
    /**
     * Checks the key of the server.
     *
     * @throws IllegalArgumentException if no secret can be shared with it
     */
    public CurveClient {
        try {
            own.shareWith(server).wipe();
        } catch (WeakKeyException e) {
            throw new IllegalArgumentException("the server key is " + e.getMessage(), e);
        }
    }
}
