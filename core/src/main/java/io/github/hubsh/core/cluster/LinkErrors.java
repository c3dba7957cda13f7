package io.github.hubsh.core.cluster;

import io.nats.client.Connection;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what NATS complains of: a server that refuses us, and messages that come faster than they are taken. */
final class LinkErrors implements ErrorListener {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterLink.class);

    private final String hub;

    LinkErrors(String hub) {
        this.hub = hub;
    }

    @Override
    public void errorOccurred(Connection connection, String error) {
        LOG.warn("{}: the server of the cluster says: {}", hub, error);
    }

    @Override
    public void exceptionOccurred(Connection connection, Exception failure) {
        LOG.debug("{}: the connection to the cluster: {}", hub, failure.toString());
    }

    @Override
    public void slowConsumerDetected(Connection connection, Consumer consumer) {
        LOG.warn("{}: messages of the cluster come faster than this hub takes them; some are dropped", hub);
    }
}
