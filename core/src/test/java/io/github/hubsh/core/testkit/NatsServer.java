package io.github.hubsh.core.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of NATS, as a process on this machine. Call {@link Requires#nats()} first. */
public final class NatsServer implements AutoCloseable {
    public static final String PROGRAM = "nats-server";

    private static final Duration START = Duration.ofSeconds(10);

    private final List<String> command;
    private final int port;
    private final Path log;

    // Mutable state
    private Process process;

    private NatsServer(int port, List<String> options) {
        this.port = port;
        this.command = new ArrayList<>(List.of(PROGRAM, "-a", "127.0.0.1", "-p", String.valueOf(port)));
        command.addAll(options);
        try {
            log = Files.createTempFile("hubsh-nats", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = launch();
    }

    /** Starts one on a port that is free, with more options. */
    public static NatsServer start(String... options) {
        return new NatsServer(ReservedPorts.next(), List.of(options));
    }

    /** Starts servers that form a cluster. */
    public static List<NatsServer> cluster(int count) {
        List<Integer> routes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            routes.add(ReservedPorts.next());
        }
        List<String> uris =
                routes.stream().map(port -> "nats://127.0.0.1:" + port).toList();
        List<NatsServer> servers = new ArrayList<>();
        for (String uri : uris) {
            servers.add(start("--cluster_name", "test", "--cluster", uri, "--routes", String.join(",", uris)));
        }
        return servers;
    }

    public String uri() {
        return "nats://127.0.0.1:" + port;
    }

    /** Kills it with -9. */
    public void kill() {
        process.destroyForcibly();
        join();
    }

    /** Starts it again on the same port. */
    public void restart() {
        process = launch();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        join();
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void join() {
        try {
            boolean ended = process.waitFor(5, TimeUnit.SECONDS);
            if (!ended) {
                throw new AssertionError("the server of NATS does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() {
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Eventually.eventually(() -> "no server of NATS: see " + log, this::listens, START);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
