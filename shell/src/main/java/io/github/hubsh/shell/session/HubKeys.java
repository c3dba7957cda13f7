package io.github.hubsh.shell.session;

import org.jspecify.annotations.Nullable;

/**
 * By what a hub and a shell know each other: files, and never what is in them.
 *
 * @param serverKey the file of the hub's public key, or {@code null} for a hub without keys
 * @param ownKey the file of our secret key, or {@code null}
 * @param insecure whether the user knows that what is sent without keys can be read and changed on the way
 */
public record HubKeys(@Nullable String serverKey, @Nullable String ownKey, boolean insecure) {
    public static final HubKeys NONE = new HubKeys(null, null, false);

    /** Returns these, and what they leave open as others have it. */
    public HubKeys or(HubKeys others) {
        return new HubKeys(
                serverKey != null ? serverKey : others.serverKey,
                ownKey != null ? ownKey : others.ownKey,
                insecure || others.insecure);
    }

    /** Returns whether the hub is to be one with keys. */
    public boolean areGiven() {
        return serverKey != null || ownKey != null;
    }
}
