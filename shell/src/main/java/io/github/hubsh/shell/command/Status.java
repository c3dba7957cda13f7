package io.github.hubsh.shell.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows where we are: the hub, our name, the round trip, the traffic. */
public final class Status implements Verb {
    private static final Syntax SYNTAX = Syntax.of("status", Group.NETWORK, "hub, our name, round trip, traffic")
            .example("status")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Network network = session.network();
        Duration roundTrip = network.ping(network.hubName(), session.settings().timeout());
        Traffic traffic = network.traffic();
        Map<String, @Nullable Object> status = new LinkedHashMap<>();
        status.put("hub", network.hubUri());
        status.put("hub_name", network.hubName());
        status.put("name", network.ownName());
        status.put("plugins", (long) network.plugins().size());
        status.put("round_trip_ms", Ping.millis(roundTrip));
        status.put("sent", traffic.sent());
        status.put("received", traffic.received());
        status.put("broadcasts", traffic.broadcasts());
        return Outcome.value(status);
    }
}
