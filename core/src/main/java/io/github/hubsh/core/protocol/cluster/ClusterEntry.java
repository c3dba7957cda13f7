package io.github.hubsh.core.protocol.cluster;

/**
 * One thing that a hub announces.
 *
 * @param text the name of a plugin, or the prefix of a subscription
 * @param since since when the plugin is in its hub's registry, in milliseconds since 1970; 0 for a prefix
 */
public record ClusterEntry(Kind kind, String text, long since) {
    /** What is announced. */
    public enum Kind {
        /** A plugin is connected. */
        LIVE(1),
        /** A plugin is registered, and not connected. */
        AWAY(2),
        /** A plugin is in the registry no longer. */
        LEFT(3),
        /** A subscriber wants the broadcasts whose source begins with this. */
        WANTED(4),
        /** No subscriber does, any longer. */
        UNWANTED(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** Returns its number on the wire. */
        public int number() {
            return number;
        }
    }

    boolean isPlugin() {
        return kind == Kind.LIVE || kind == Kind.AWAY || kind == Kind.LEFT;
    }

    /** Whether this ends what was announced before. */
    boolean isEnd() {
        return kind == Kind.LEFT || kind == Kind.UNWANTED;
    }

    /**
     * Adds this entry to a digest of all entries of a hub from the first on. It does not depend on the process, so it
     * shows whether two hubs have heard the same.
     */
    long addTo(long digest) {
        long hash = digest * 31 + kind.number();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ since) * 0x9e3779b97f4a7c15L;
        return hash ^ (hash >>> 29);
    }
}
