package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.Route;
import org.jspecify.annotations.Nullable;

/** The way of one message that is passed on as it came: from which plugin to which, and which request it answers. */
public final class DirectForward {
    private final RegisteredPlugin source;
    private final RegisteredPlugin target;
    private final Route route;
    private final @Nullable InFlightRequest answered;

    /** @param answered by a reply; {@code null} for a request */
    DirectForward(RegisteredPlugin source, RegisteredPlugin target, Route route, @Nullable InFlightRequest answered) {
        this.source = source;
        this.target = target;
        this.route = route;
        this.answered = answered;
    }

    RegisteredPlugin target() {
        return target;
    }

    /** Returns what the reply to this request will be found by. */
    InFlightRequest.Key key() {
        return new InFlightRequest.Key(route.session(), source);
    }

    @Nullable
    InFlightRequest answered() {
        return answered;
    }
}
