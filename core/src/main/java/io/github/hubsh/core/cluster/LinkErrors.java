package io.github.hubsh.core.cluster;

import io.github.hubsh.core.driver.DropLog;
import io.github.hubsh.core.driver.InstanceLog;
import io.nats.client.Connection;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What NATS complains of: a server that refuses us or a subject, and messages that come faster than they are taken. A
 * reason is logged when it is a new one, because it comes again with each attempt.
 */
final class LinkErrors implements ErrorListener {
    private static final int MAX_LENGTH = 300;
    private static final int MAX_CAUSES = 10;
    private static final Pattern DENIAL = Pattern.compile(
            "permissions violation for (subscription|publish) to \"([^\"]+)\"", Pattern.CASE_INSENSITIVE);

    private static final Logger LOG = LoggerFactory.getLogger(ClusterLink.class);

    private final String hub;
    private final Subjects subjects;
    private final Denials denials;
    private final DropLog drops;

    // Mutable state
    private volatile String problem = "";
    private volatile String denial = "";
    private volatile boolean isOutside;
    private volatile boolean isServersWord;

    /** What is done when the server refuses a subject. Called on a thread of NATS. */
    interface Denials {
        void denied(boolean isPublished);
    }

    LinkErrors(String hub, Subjects subjects, Denials denials) {
        this.hub = hub;
        this.subjects = subjects;
        this.denials = denials;
        this.drops = new DropLog(InstanceLog.of(ClusterLink.class, hub), Level.WARN);
    }

    /** Returns why there is no connection, as far as it is known; an empty text if there is one. */
    String problem() {
        return problem;
    }

    /** Returns which subject the server has refused on this connection, or an empty text. */
    String denial() {
        return denial;
    }

    /** Whether it is a subject that a hub of the cluster cannot do without. */
    boolean isOutside() {
        return isOutside;
    }

    /** There is a connection. */
    void connected() {
        problem = "";
        isServersWord = false;
    }

    /** There is none any longer: the next one may be allowed more. */
    void disconnected() {
        denial = "";
        isOutside = false;
    }

    @Override
    public void errorOccurred(Connection connection, String error) {
        Matcher refused = DENIAL.matcher(error);
        if (refused.find()) {
            deny(refused.group(1).equalsIgnoreCase("publish"), refused.group(2));
            return;
        }
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
        if (message != null && message.startsWith("SSL required")) {
            return "the server wants TLS, which a folder of --join-tls is for";
        }
        return cause instanceof TimeoutException
                ? "the server does not answer in time"
                : message == null ? cause.getClass().getSimpleName() : message;
    }

    private void deny(boolean isPublished, String subject) {
        String what = "the server does not let this hub " + (isPublished ? "publish" : "subscribe") + " to " + subject;
        if (!subjects.isNeeded(subject)) {
            denial = isOutside ? denial : what;
            if (isPublished) {
                drops.dropped(what, System.nanoTime());
            } else {
                LOG.warn("{}: broadcasts of others are missing: {}", hub, what);
            }
        } else if (!isOutside) {
            denial = what + ": its credentials may be for another hub, or another cluster";
            isOutside = true;
            LOG.warn("{}: stays outside the cluster: {}", hub, denial);
        }
        denials.denied(isPublished);
    }

    private void keep(String text) {
        String reason = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        if (!reason.equals(problem)) {
            problem = reason;
            LOG.warn("{}: no connection to the cluster: {}", hub, reason);
        }
    }
}
