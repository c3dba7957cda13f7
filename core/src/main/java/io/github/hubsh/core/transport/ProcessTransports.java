package io.github.hubsh.core.transport;

import org.jspecify.annotations.Nullable;

/** The transports of this process, each made on first use: JeroMQ is many classes, and a single request needs none. */
final class ProcessTransports {
    private static @Nullable Transport jeroMq;

    private ProcessTransports() {}

    static synchronized Transport jeroMq() {
        Transport made = jeroMq;
        if (made == null) {
            made = new JeroMqTransport();
            jeroMq = made;
        }
        return made;
    }

    static synchronized void shutDown() {
        if (jeroMq != null) {
            jeroMq.shutDown();
        }
    }
}
