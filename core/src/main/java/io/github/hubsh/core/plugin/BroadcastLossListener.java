package io.github.hubsh.core.plugin;

/** Learns of broadcasts that a plugin has subscribed to and does not get. */
public interface BroadcastLossListener {
    /** What {@link #lost} gets where the number is not known. */
    long UNKNOWN = 0;

    /**
     * Broadcasts were lost on the way. Called on the subscribe socket's thread, between the broadcasts that came before
     * and after.
     *
     * @param count how many the hub has dropped, because this plugin did not read quickly enough; {@link #UNKNOWN} if
     *     the hub has closed the connection for that reason, and it was made again
     */
    void lost(long count);
}
