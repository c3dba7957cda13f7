package io.github.hubsh.core.access;

import java.util.Locale;

/** What a peer can be refused by. */
public enum AccessRule {
    /** The security mechanism, or the keys of both sides, do not fit. */
    HANDSHAKE,
    /** The key is not one of the clients. */
    KEY,
    /** The key may not use the name. */
    NAMES,
    ALLOW,
    DENY,
    READ_ONLY,
    SUBSCRIBE;

    /** Returns the word for it in the metadata of a certificate, and in the status of a hub. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
