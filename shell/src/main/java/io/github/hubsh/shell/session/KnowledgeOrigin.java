package io.github.hubsh.shell.session;

import java.util.Locale;

/** Where a piece of knowledge comes from; what stands first wins. */
public enum KnowledgeOrigin {
    /** The plugin told it itself, asked to {@code describe}. */
    DESCRIBED,
    /** The user wrote it down for a plugin that cannot tell. */
    DECLARED,
    /** Requests and replies showed it. */
    SEEN;

    /** Returns the word that tables show. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
