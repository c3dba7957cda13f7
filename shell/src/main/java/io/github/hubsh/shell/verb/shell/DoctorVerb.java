package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.ServedCluster;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.hubs.JoinChoice;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what the shell depends on, and says what to do where something is wrong. */
public final class DoctorVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.DOCTOR, "check what the shell needs to run")
            .example("doctor")
            .example("doctor --json")
            .detail("Terminal, Java, files, cluster, hub: each is ok, a warning, or broken.")
            .detail("The exit code is 1 if something is broken.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        List<HealthCheck> checks = new ArrayList<>(session.program().services().checks());
        checks.addAll(
                session.program().hubs().keys().check(session.hub().settings().keys()));
        checks.addAll(cluster(session));
        checks.addAll(hub(session));
        List<@Nullable Object> rows = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (HealthCheck check : checks) {
            Map<String, @Nullable Object> row = check.row();
            rows.add(row);
            if (check.state() == HealthCheck.State.BROKEN) {
                broken.add(check.name());
            }
        }
        session.io().display().show(Outcome.value(rows));
        // The table may have no room for the most important part.
        for (HealthCheck check : checks) {
            if (check.state() != HealthCheck.State.OK) {
                session.io().display().say(MessageLevel.ASIDE, check.name() + ": " + check.remedy());
            }
        }
        if (!broken.isEmpty()) {
            throw new ShellException(Problem.UNHEALTHY, "broken: " + String.join(", ", broken));
        }
        return Outcome.NOTHING;
    }

    /** A hub that is started here may be configured to join others. */
    private static List<HealthCheck> cluster(Session session) {
        try {
            ServedCluster cluster = JoinChoice.configured(
                            session.program().services().configuration())
                    .cluster();
            return cluster == null
                    ? List.of()
                    : List.of(session.program().hubs().keys().check(cluster));
        } catch (ShellException wrong) {
            return List.of(new HealthCheck("cluster", wrong.text(), HealthCheck.State.BROKEN, wrong.remedy()));
        }
    }

    private static List<HealthCheck> hub(Session session) {
        try {
            Network network = session.hub().network();
            String time = Durations.format(network.ping(
                    network.identity().hubName(), session.hub().settings().timeout()));
            return List.of(
                    HealthCheck.ok("hub", network.identity().uri() + " answers in " + time),
                    HealthCheck.ok("our name", network.identity().ownName()));
        } catch (ShellException unreachable) {
            if (unreachable.isInterruption()) {
                throw unreachable;
            }
            return List.of(new HealthCheck("hub", unreachable.text(), HealthCheck.State.BROKEN, unreachable.remedy()));
        }
    }
}
