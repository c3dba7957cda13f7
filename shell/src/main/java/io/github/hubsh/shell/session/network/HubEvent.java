package io.github.hubsh.shell.session.network;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has happened to a hub that was joined. */
public record HubEvent(Kind kind, Instant time, HubIdentity hub) {
    /** The event of a hub that was lost, as data. */
    public static final String LOST_EVENT = "hub_lost";

    /** The event of a hub that is back, as data. */
    public static final String BACK_EVENT = "hub_back";

    /** What has happened. */
    public enum Kind {
        /** The hub is gone; it is joined again as soon as it is back. */
        LOST,
        /** It is joined again. */
        BACK,
        /** It was not back in the time that the session waits; it is still joined if it comes back later. */
        OVERDUE
    }

    /** Returns it as data. */
    public Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
        facts.put("event", kind == Kind.BACK ? BACK_EVENT : LOST_EVENT);
        facts.put("hub", hub.uri());
        return facts;
    }

    /** Returns the error that ends what cannot continue without the hub. */
    public ShellException error() {
        return new ShellException(Problem.HUB_LOST, "the hub at " + hub.uri() + " is lost, and is not back in time")
                .hint("start it again; --wait 1m waits longer");
    }
}
