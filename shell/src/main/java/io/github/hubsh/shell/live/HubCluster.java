package io.github.hubsh.shell.live;

import io.github.hubsh.core.cluster.JoinFiles;
import io.github.hubsh.core.cluster.JoinOptions;
import io.github.hubsh.core.hub.ClusterStatus;
import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.ServedCluster;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Joins hubs of this process with others. */
final class HubCluster {
    /** How long a hub that is started takes to join, before an error says that it does not. */
    private static final long JOIN_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final long JOIN_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private HubCluster() {}

    /**
     * Makes a hub join from its start on.
     *
     * @throws ShellException USAGE or BAD_FILE, if it cannot join like this
     */
    static void join(Hub hub, @Nullable ServedCluster cluster) {
        if (cluster != null) {
            hub.join(options(cluster));
        }
    }

    /** Looks at a cluster's files and servers as they would be used. */
    static HealthCheck check(ServedCluster cluster) {
        try {
            JoinOptions options = options(cluster);
            return HealthCheck.ok("cluster", options.cluster() + " at " + String.join(", ", options.servers()));
        } catch (ShellException wrong) {
            String remedy = wrong.hint();
            return new HealthCheck("cluster", wrong.text(), HealthCheck.State.BROKEN, remedy == null ? "" : remedy);
        }
    }

    private static JoinOptions options(ServedCluster cluster) {
        String name = cluster.name() == null ? JoinOptions.DEFAULT_CLUSTER : cluster.name();
        try {
            JoinOptions options =
                    new JoinOptions(cluster.servers(), name, path(cluster.credentials()), path(cluster.tls()));
            JoinFiles.check(options);
            return options;
        } catch (InvalidPathException e) {
            throw new ShellException(Problem.BAD_FILE, "no file can be called " + e.getInput(), e);
        } catch (IllegalArgumentException e) {
            throw new ShellException(Problem.USAGE, String.valueOf(e.getMessage()), e)
                    .hint("for example --join nats://127.0.0.1:4222 --cluster lab");
        } catch (IOException e) {
            throw new ShellException(Problem.BAD_FILE, "can't join the cluster: " + e.getMessage(), e)
                    .hint("--join-creds names what nsc generate creds writes, --join-tls a folder with"
                            + " ca.pem, and cert.pem and key.pem if the servers want them");
        }
    }

    private static @Nullable Path path(@Nullable String file) {
        return file == null ? null : Path.of(file);
    }

    /** Says whether the hub has joined; it keeps trying. */
    static void await(Hub hub, @Nullable ServedCluster cluster, Display display) {
        if (cluster == null) {
            return;
        }
        long end = System.nanoTime() + JOIN_NANOS;
        ClusterStatus status = hub.cluster();
        while (status != null
                && !status.joined()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(JOIN_PAUSE_NANOS);
            status = hub.cluster();
        }
        if (status != null && status.joined()) {
            display.say(
                    MessageLevel.NOTE,
                    "one network '" + status.name() + "' with others at "
                            + status.link().server());
        } else if (status != null
                && !status.server().isEmpty()
                && !status.problem().isEmpty()) {
            display.say(MessageLevel.WARNING, status.problem() + "; the hub stays outside its network");
        } else if (status != null && !status.server().isEmpty()) {
            display.say(
                    MessageLevel.WARNING,
                    "another hub of the network has the name '" + hub.name() + "': choose another with --name");
        } else {
            String servers = String.join(", ", cluster.servers());
            String problem = status == null ? "" : status.problem();
            String what = problem.isEmpty() ? "no server of NATS answers at " : problem + ", of NATS at ";
            display.say(MessageLevel.WARNING, what + servers + "; the hub keeps trying to join");
        }
    }
}
