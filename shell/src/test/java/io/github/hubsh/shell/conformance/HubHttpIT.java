package io.github.hubsh.shell.conformance;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hubsh hub --http} as a process, asked through bare sockets. */
final class HubHttpIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern LISTENS = Pattern.compile("hub 'lab' listens at (\\S+);");
    private static final Pattern SHOWN = Pattern.compile("it is shown at (\\S+)");

    @TempDir
    private Path folder;

    private Process hub;
    private Path said;

    @AfterEach
    void stop() {
        if (hub != null) {
            hub.destroyForcibly();
        }
    }

    @Test
    void a_hub_is_seen_from_outside() throws Exception {
        start("--http", "0");
        URI shown = URI.create(await(SHOWN));
        assertThat(shown.getHost()).isEqualTo("127.0.0.1");
        assertThat(ask(shown, "/healthz")).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\nok\n");
        assertThat(ask(shown, "/"))
                .contains("content-security-policy: default-src 'none'")
                .endsWith("</html>\n");
        try (Socket events = send(shown, "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
                Plugin pump = joined("pump");
                Plugin user = joined("user")) {
            readUntil(events, "event: status\n");
            assertThat(pump.isConnected()).isTrue();
            user.execute("pump", "dispense", Map.of("volume_ul", 5));
            assertThat(readUntil(events, "volume_ul")).contains("event: broadcast\n");
            assertThat(ask(shown, "/metrics"))
                    .contains("hubsh_hub_info{hub=\"lab\",uri=\"tcp://127.0.0.1:")
                    .contains("hubsh_plugin_connected{plugin=\"pump\"} 1\n")
                    .contains("hubsh_plugin_round_trip_seconds_count{plugin=\"pump\"} 1\n")
                    .contains("hubsh_http_viewers 1\n");
            hub.destroy();
            assertThat(hub.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            readToEnd(events);
        }
    }

    @Test
    void an_address_that_cannot_be_served_stops_the_hub() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            ProcessRun run = ProcessRun.of(builder("hub", "tcp://127.0.0.1:*", "--http", port), folder);
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.err())
                    .isEqualTo("error: cannot serve HTTP at 127.0.0.1:" + port + ": the address is in use\n"
                            + "  choose another port; --http 0 takes one that is free\n");
        }
        ProcessRun wrong = ProcessRun.of(builder("hub", "tcp://127.0.0.1:*", "--http", "lab"), folder);
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("'lab' is not an address of HTTP: expected PORT or HOST:PORT");
    }

    @Test
    void other_machines_are_warned_of() throws IOException {
        start("--http", "0.0.0.0:0");
        URI shown = URI.create(await(SHOWN));
        eventually(() -> read().contains("warning: other machines see its plugins and broadcasts there"), SOON);
        assertThat(ask(URI.create("http://127.0.0.1:" + shown.getPort() + "/"), "/healthz"))
                .endsWith("ok\n");
    }

    @Test
    void a_hub_that_is_not_shown_loads_nothing_of_http() throws Exception {
        assertThat(loaded()).noneMatch(HubHttpIT::isOfHttp);
        assertThat(loaded("--http", "0")).anyMatch(HubHttpIT::isOfHttp);
    }

    private static boolean isOfHttp(String loaded) {
        return loaded.contains("io.netty.handler.codec.http.") || loaded.contains("io.github.hubsh.core.web.");
    }

    /** Returns the lines about the classes that a hub has loaded when a plugin has been there. */
    private List<String> loaded(String... options) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes-" + options.length);
        start(Map.of("HUBSH_JAVA_OPTS", "-Xlog:class+load:file=" + classes), options);
        try (Plugin pump = joined("pump")) {
            assertThat(pump.execute("lab", "hub_status")).isNotNull();
        }
        hub.destroy();
        assertThat(hub.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(classes);
    }

    private Plugin joined(String name) {
        Plugin plugin = new Plugin(name, await(LISTENS)).command("dispense", Payload.JSON, call -> call.arguments());
        plugin.reset(SOON);
        return plugin;
    }

    private void start(String... options) throws IOException {
        start(Map.of(), options);
    }

    private void start(Map<String, String> environment, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("hub", "tcp://127.0.0.1:*", "--name", "lab"));
        arguments.addAll(List.of(options));
        ProcessBuilder builder = builder(arguments.toArray(String[]::new));
        builder.environment().putAll(environment);
        said = Files.createTempFile(folder, "hub", ".err");
        hub = builder.redirectError(said.toFile()).start();
    }

    private String await(Pattern line) {
        Matcher[] found = new Matcher[1];
        eventually(
                () -> {
                    found[0] = line.matcher(read());
                    return found[0].find();
                },
                SOON);
        return found[0].group(1);
    }

    private String read() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns a whole answer. */
    private static String ask(URI shown, String path) throws IOException {
        try (Socket socket = send(shown, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            return readToEnd(socket);
        }
    }

    private static Socket send(URI shown, String request) throws IOException {
        Socket socket = new Socket(shown.getHost(), shown.getPort());
        socket.setSoTimeout((int) SOON.toMillis());
        socket.getOutputStream().write(request.getBytes(UTF_8));
        return socket;
    }

    private static String readToEnd(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as(text.toString()).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of("../bin/hubsh"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        builder.environment().put("XDG_CACHE_HOME", SharedArchives.in(folder));
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        return builder;
    }
}
