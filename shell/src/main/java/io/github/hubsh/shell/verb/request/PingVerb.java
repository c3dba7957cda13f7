package io.github.hubsh.shell.verb.request;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Network;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures round trips. */
public final class PingVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.PING, "measure round trips")
            .operand("TARGET", Kind.PLUGIN)
            .option("--count", "N", Kind.COUNT, "how many; default 1")
            .option("--timeout", "TIME", Kind.DURATION, "how long to wait for each")
            .example("ping plugin_a")
            .example("ping hub --count 3")
            .detail("With --count a lost ping has no time; if all are lost, the exit code is 5.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Duration given = arguments.duration("--timeout");
        Duration timeout = given != null ? given : session.hub().settings().timeout();
        int count = arguments.count("--count", 1);
        Network network = session.hub().network();
        PingSummary summary = new PingSummary();
        for (int i = 0; i < count; i++) {
            ShellException.throwIfInterrupted();
            Duration roundTrip = count == 1
                    ? network.ping(arguments.operand(0), timeout)
                    : summary.add(network, arguments.operand(0), timeout);
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("target", arguments.operand(0));
            row.put("round_trip_ms", roundTrip == null ? null : Durations.inMillis(roundTrip));
            session.io().display().show(Outcome.value(row));
        }
        if (count > 1) {
            summary.tell(session.io().display());
        }
        return Outcome.NOTHING;
    }
}
