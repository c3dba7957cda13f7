package io.github.hubsh.core.transport;

/**
 * An address: {@code tcp://HOST:PORT}, {@code inproc://NAME} or {@code ipc://PATH}.
 *
 * @param scheme {@code tcp}, {@code inproc} or {@code ipc}
 * @param host a name, an IPv4 address, an IPv6 address without brackets, or {@code *}; for inproc the name, for ipc the
 *     path of the Unix-domain socket
 * @param port 0 to 65535, where 0 lets the system choose; 0 for inproc and ipc
 */
public record Endpoint(String scheme, String host, int port) {
    public static final String TCP = "tcp";
    public static final String INPROC = "inproc";
    public static final String IPC = "ipc";

    private static final String FORMS = "tcp://HOST:PORT, ipc://PATH or inproc://NAME";

    /**
     * Parses a URI.
     *
     * @throws TransportException saying what is wrong with it and what would be right
     */
    public static Endpoint parse(String uri) {
        int separator = uri.indexOf("://");
        if (separator < 0) {
            throw new TransportException("'" + uri + "' is not an address: expected " + FORMS);
        }
        String rest = uri.substring(separator + 3);
        return switch (uri.substring(0, separator)) {
            case TCP -> parseTcp(uri, rest);
            case INPROC -> parseInproc(uri, rest);
            case IPC -> parseIpc(uri, rest);
            default -> throw new TransportException("'" + uri + "': this transport is not supported; use " + FORMS);
        };
    }

    public static Endpoint tcp(String host, int port) {
        return new Endpoint(TCP, host, port);
    }

    public static Endpoint inproc(String name) {
        return new Endpoint(INPROC, name, 0);
    }

    /** A Unix-domain socket. */
    public static Endpoint ipc(String path) {
        return new Endpoint(IPC, path, 0);
    }

    public boolean isTcp() {
        return scheme.equals(TCP);
    }

    public boolean isIpc() {
        return scheme.equals(IPC);
    }

    public boolean isInproc() {
        return scheme.equals(INPROC);
    }

    /** Whether this binds to every interface of the machine. */
    public boolean isWildcard() {
        return host.equals("*") || host.equals("0.0.0.0") || host.equals("::");
    }

    /** Whether this stays on the machine. */
    public boolean isLoopback() {
        return isInproc() || isIpc() || host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    /** The same address with another port. */
    public Endpoint withPort(int newPort) {
        return new Endpoint(scheme, host, newPort);
    }

    /** Returns the URI. */
    @Override
    public String toString() {
        if (!isTcp()) {
            return scheme + "://" + host;
        }
        return TCP + "://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + (port == 0 ? "*" : port);
    }

    private static Endpoint parseInproc(String uri, String name) {
        if (name.isEmpty()) {
            throw new TransportException("'" + uri + "' has no name: expected inproc://NAME");
        }
        return inproc(name);
    }

    /** The JDK knows no names outside the file system, which ZeroMQ writes with an at sign. */
    private static Endpoint parseIpc(String uri, String path) {
        if (path.isEmpty() || path.equals("*") || path.startsWith("@") || path.indexOf('\0') >= 0) {
            throw new TransportException("'" + uri + "' has no path: expected ipc://PATH, with the path of a socket");
        }
        return ipc(path);
    }

    private static Endpoint parseTcp(String uri, String rest) {
        int colon = rest.lastIndexOf(':');
        if (colon <= 0) {
            throw new TransportException("'" + uri + "' has no port: expected tcp://HOST:PORT");
        }
        return tcp(parseHost(uri, rest.substring(0, colon)), parsePort(uri, rest.substring(colon + 1)));
    }

    private static String parseHost(String uri, String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]") && host.length() > 2;
        if (!bracketed && host.indexOf(':') >= 0) {
            throw new TransportException("'" + uri + "': an IPv6 address stands in brackets: tcp://[::1]:PORT");
        }
        if (host.isBlank() || host.indexOf('/') >= 0 || host.indexOf(' ') >= 0) {
            throw new TransportException("'" + uri + "' has no host: expected tcp://HOST:PORT");
        }
        return bracketed ? host.substring(1, host.length() - 1) : host;
    }

    private static int parsePort(String uri, String port) {
        if (port.equals("*")) {
            return 0;
        }
        try {
            int number = Integer.parseInt(port);
            if (number >= 0 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, for both
        }
        throw new TransportException("'" + uri + "': the port is a number from 1 to 65535, found '" + port + "'");
    }
}
