package io.github.hubsh.core.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.access.Authorizer;
import io.github.hubsh.core.cluster.JoinOptions;
import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.hub.HubSecurity;
import io.github.hubsh.core.key.CurveKeyPair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hub in a Java of its own, with a heap of its own. */
public final class HubProcess implements AutoCloseable {
    /** The property of Java that gives the hub a secret key: then it speaks CURVE, and lets every key in. */
    public static final String SECRET = "hubsh.test.secret";

    private final Process process;
    private final BufferedReader output;
    private final String uri;
    private final Path log;

    /** What the process runs: it prints the hub's address, and its statistics for each line of input. */
    public static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws IOException {
            boolean joins = arguments.length == 2;
            try (Hub hub = new Hub("tcp://127.0.0.1:*", joins ? arguments[0] : Hub.DEFAULT_NAME);
                    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
                String secret = System.getProperty(SECRET);
                if (secret != null) {
                    hub.security(new HubSecurity(CurveKeyPair.ofSecret(secret), Authorizer.ANY));
                }
                if (joins) {
                    hub.join(new JoinOptions(List.of(arguments[1]), "lab", null, null));
                }
                hub.reset();
                System.out.println(hub.queryUri());
                while (input.readLine() != null) {
                    System.out.println(hub.statistics());
                }
            }
        }
    }

    private HubProcess(List<String> command) {
        try {
            log = Files.createTempFile("hubsh-hub", ".log");
            process = new ProcessBuilder(command).redirectError(log.toFile()).start();
            output = process.inputReader(UTF_8);
            uri = String.valueOf(output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a hub, and waits until it listens.
     *
     * @param options of Java, {@code -Xmx256m} for example
     */
    public static HubProcess start(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Program.class.getName());
        return new HubProcess(command);
    }

    /** Starts a hub of the cluster {@code lab}, joined at a server of NATS. */
    public static HubProcess joined(String name, String server) {
        return new HubProcess(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                name,
                server));
    }

    /** Kills it with -9. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Stops it, which keeps its connections and is silent: SIGSTOP. */
    public void suspend() {
        Tools.signal(process, "STOP");
    }

    /** Lets it continue: SIGCONT. */
    public void resume() {
        Tools.signal(process, "CONT");
    }

    /** Starts a hub that may open no more than so many files. */
    public static HubProcess startWithFiles(int count) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new HubProcess(List.of(
                "sh",
                "-c",
                "ulimit -n \"$1\"; shift; exec \"$@\"",
                "sh",
                Integer.toString(count),
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
    }

    /** Returns the address of the query socket. */
    public String uri() {
        return uri;
    }

    /** Returns one of the numbers of the hub's statistics. */
    public long statistic(String name) {
        try {
            process.outputWriter(UTF_8).append('\n').flush();
            String text = String.valueOf(output.readLine());
            // As a word: "used" is also the end of "refused".
            Matcher figure = Pattern.compile("\\b" + name + "=(\\d+)").matcher(text);
            if (!figure.find()) {
                throw new IllegalStateException("no " + name + " in " + text);
            }
            return Long.parseLong(figure.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the hub has logged. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.delete(log);
    }
}
