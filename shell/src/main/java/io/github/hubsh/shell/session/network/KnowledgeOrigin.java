package io.github.hubsh.shell.session.network;

import java.util.Locale;

/** Where a piece of knowledge comes from; the first one wins. */
public enum KnowledgeOrigin {
    /** The plugin itself gave it, in its answer to {@code describe}. */
    DESCRIBED,
    /** The user declared it, for a plugin that cannot describe itself. */
    DECLARED,
    /** Requests and replies showed it. */
    SEEN;

    /** Returns the word that tables show. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
