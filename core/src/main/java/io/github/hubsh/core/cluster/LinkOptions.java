package io.github.hubsh.core.cluster;

import io.github.hubsh.core.thread.DaemonThreads;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** What a link asks of NATS. */
final class LinkOptions {
    private static final Duration RECONNECT_WAIT = Duration.ofMillis(250);
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);

    /** A server that does not answer two pings is gone: sooner than a hub that is silent. */
    private static final Duration PING_INTERVAL = Duration.ofSeconds(1);

    /** The library writes the name into JSON as it is. */
    private static final Pattern SPECIAL = Pattern.compile("[^A-Za-z0-9_.-]");

    private static final int MAX_PINGS_OUT = 2;
    private static final int MAX_MESSAGES = 200_000;

    private LinkOptions() {}

    static Options.Builder of(String hub, JoinOptions options) throws IOException {
        String thread = hub + "-cluster";
        Options.Builder builder = new Options.Builder()
                .servers(options.servers().toArray(String[]::new))
                .connectionName("hubsh-" + SPECIAL.matcher(hub).replaceAll("_"))
                .noEcho()
                .noRandomize()
                .maxReconnects(-1)
                .reconnectWait(RECONNECT_WAIT)
                .connectionTimeout(CONNECTION_TIMEOUT)
                .pingInterval(PING_INTERVAL)
                .maxPingsOut(MAX_PINGS_OUT)
                .reconnectBufferSize(0)
                .maxMessagesInOutgoingQueue(MAX_MESSAGES)
                .discardMessagesWhenOutgoingQueueFull()
                .executor(Executors.newCachedThreadPool(DaemonThreads.factory(thread)))
                .scheduledExecutor(Executors.newScheduledThreadPool(1, DaemonThreads.factory(thread + "-timer")))
                .connectThreadFactory(DaemonThreads.factory(thread + "-connect"))
                .callbackThreadFactory(DaemonThreads.factory(thread + "-callback"));
        JoinFiles.check(options);
        Path credentials = options.credentials();
        if (credentials != null) {
            builder.authHandler(Nats.credentials(credentials.toString()));
        }
        Path tls = options.tls();
        if (tls != null) {
            // Of the host that was named, not of its address, the certificate has to be.
            builder.sslContext(TlsFolder.context(tls));
            builder.hostnameResolveMode(Options.HostnameResolveMode.HappyEyeballs);
        }
        return builder;
    }
}
