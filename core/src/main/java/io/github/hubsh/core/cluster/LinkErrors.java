package io.github.hubsh.core.cluster;

import io.nats.client.Connection;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What NATS complains of: a server that refuses us, and messages that come faster than they are taken. A reason is
 * logged when it is a new one, because it comes again with each attempt.
 */
final class LinkErrors implements ErrorListener {
    private static final int MAX_LENGTH = 300;
    private static final int MAX_CAUSES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(ClusterLink.class);

    private final String hub;

    // Mutable state
    private volatile String problem = "";
    private volatile boolean isServersWord;

    LinkErrors(String hub) {
        this.hub = hub;
    }

    /** Returns why there is no connection, as far as it is known; an empty text if there is one. */
    String problem() {
        return problem;
    }

    /** There is a connection. */
    void connected() {
        problem = "";
        isServersWord = false;
    }

    @Override
    public void errorOccurred(Connection connection, String error) {
        isServersWord = true;
        keep(error);
    }

    @Override
    public void exceptionOccurred(Connection connection, Exception failure) {
        if (!isServersWord) { // it says more than that the connection has ended
            keep(reason(failure));
        }
    }

    @Override
    public void slowConsumerDetected(Connection connection, Consumer consumer) {
        LOG.warn("{}: messages of the cluster come faster than this hub takes them; some are dropped", hub);
    }

    /** Returns what is at the bottom of it. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < MAX_CAUSES; depth++) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return cause instanceof TimeoutException
                ? "the server does not answer in time"
                : message == null ? cause.getClass().getSimpleName() : message;
    }

    private void keep(String text) {
        String reason = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        if (!reason.equals(problem)) {
            problem = reason;
            LOG.warn("{}: no connection to the cluster: {}", hub, reason);
        }
    }
}
