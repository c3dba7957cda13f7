package io.github.hubsh.core.web;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.TransportException;

/**
 * Where a hub is shown.
 *
 * @param host a name or an address, an IPv6 address without brackets
 * @param port 0 lets the system choose
 */
public record WebAddress(String host, int port) {
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Reads {@code PORT}, which only this machine reaches, or {@code HOST:PORT}.
     *
     * @throws TransportException saying what is wrong
     */
    public static WebAddress parse(String text) {
        boolean bare = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        try {
            Endpoint endpoint = Endpoint.parse("tcp://" + (bare ? LOOPBACK + ":" : "") + text);
            return new WebAddress(endpoint.isWildcard() ? "0.0.0.0" : endpoint.host(), endpoint.port());
        } catch (TransportException e) {
            throw new TransportException("'" + text + "' is not an address of HTTP: expected PORT or HOST:PORT", e);
        }
    }

    /** Whether only this machine reaches it. */
    public boolean isLoopback() {
        return Endpoint.tcp(host, port).isLoopback();
    }
}
