package io.github.hubsh.core.transport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who listens at which {@code inproc://} address of this process. Any thread may call. */
public final class InprocAddresses {
    private static final Map<String, InprocListener> LISTENERS = new ConcurrentHashMap<>();

    private InprocAddresses() {}

    /**
     * Lets the listener have an address.
     *
     * @throws TransportException if another listens there
     */
    public static void bind(Endpoint endpoint, InprocListener listener) {
        if (LISTENERS.putIfAbsent(endpoint.host(), listener) != null) {
            throw new TransportException("cannot bind to " + endpoint + ": the address is in use in this process");
        }
    }

    /** Gives an address back. If another listens there, nothing changes. */
    public static void unbind(Endpoint endpoint, InprocListener listener) {
        LISTENERS.remove(endpoint.host(), listener);
    }

    static @Nullable InprocListener find(Endpoint endpoint) {
        return LISTENERS.get(endpoint.host());
    }
}
