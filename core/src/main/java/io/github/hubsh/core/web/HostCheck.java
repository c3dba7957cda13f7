package io.github.hubsh.core.web;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which names a server that only this machine reaches goes by. A page of a stranger may make a browser believe that the
 * stranger's own name is an address of this machine (DNS rebinding); the browser then still says that name.
 */
final class HostCheck {
    private static final Set<String> NAMES = Set.of("localhost", "[::1]");

    private final boolean loopback;

    /** @param loopback whether only this machine reaches the server; if not, any name is right */
    HostCheck(boolean loopback) {
        this.loopback = loopback;
    }

    /** Whether a request with this header {@code Host} is meant for the server. */
    boolean allows(@Nullable String header) {
        if (!loopback) {
            return true;
        }
        String host = header == null ? "" : name(header).toLowerCase(Locale.ROOT);
        return NAMES.contains(host) || isLoopbackAddress(host);
    }

    private static String name(String header) {
        int colon = header.lastIndexOf(':');
        return colon < 0 || header.endsWith("]") ? header : header.substring(0, colon);
    }

    private static boolean isLoopbackAddress(String host) {
        return host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
}
