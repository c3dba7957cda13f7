package io.github.hubsh.core.zmtp;

/** The versions in use. A connection uses the lower of both sides'; a later one than ours counts as ours. */
public enum ZmtpVersion {
    /** Subscriptions are messages whose first octet is 1 or 0. */
    V3_0,
    /** Subscriptions are commands. */
    V3_1;

    static final int MAJOR = 3;
    static final int MINOR = 1;

    /** Returns what is in use with a peer that announces this, which is at least 3.0. */
    static ZmtpVersion with(int major, int minor) {
        return major == MAJOR && minor == 0 ? V3_0 : V3_1;
    }
}
