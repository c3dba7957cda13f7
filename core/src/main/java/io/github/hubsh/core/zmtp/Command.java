package io.github.hubsh.core.zmtp;

/** A command in traffic, in either direction. */
public sealed interface Command extends ZmtpEvent {
    /** The peer wants messages whose first frame begins with the prefix. Two of one prefix count as two. */
    record Subscribe(Octets prefix) implements Command {}

    /** The peer takes one subscription to this prefix back. */
    record Cancel(Octets prefix) implements Command {}

    /**
     * The sender asks for a sign of life, which a {@link #pong} is.
     *
     * @param ttlTenths in tenths of a second, at most 65535: how long to wait for more traffic before the sender may be
     *     taken for dead; 0 says nothing
     * @param context at most 16 octets, which come back
     */
    record Ping(int ttlTenths, Octets context) implements Command {
        static final int MAX_TTL_TENTHS = 0xFFFF;

        public Ping {
            if (ttlTenths < 0 || ttlTenths > MAX_TTL_TENTHS) {
                throw new IllegalArgumentException("the time to live is 0 to 65535 tenths of a second: " + ttlTenths);
            }
            checkContext(context);
        }

        /** Returns the answer. */
        public Pong pong() {
            return new Pong(context);
        }
    }

    /** The answer to a PING. */
    record Pong(Octets context) implements Command {
        public Pong {
            checkContext(context);
        }
    }

    /** Octets of the context of a PING or PONG. */
    int MAX_CONTEXT_BYTES = 16;

    private static void checkContext(Octets context) {
        if (context.size() > MAX_CONTEXT_BYTES) {
            throw new IllegalArgumentException("a context has at most 16 bytes, this one has " + context.size());
        }
    }
}
