package io.github.hubsh.core.transport;

/** A socket that is bound to {@code inproc://}. */
public interface InprocListener {
    /** A client has connected: {@link InprocLink#serve} it. Called on the client's thread; does not wait. */
    void connected(InprocLink link);
}
