package io.github.hubsh.shell.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.value.ContentException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real tail of a real hub writes each broadcast of a flood, or says that it is missing. */
@Timeout(300)
final class ObserversIT {
    private static final Pattern LISTENS = Pattern.compile("listens at (\\S+);");
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(Duration.ofSeconds(60));
    private static final String TEXT = "x".repeat(20_000);
    private static final int REQUESTS_AT_ONCE = 20;

    /** More than the queue of the tail takes, and the pipe behind it. */
    private static final int FLOOD = 1_500;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    // Mutable state: what the tail has written
    private long shown;
    private long missed;

    @AfterEach
    void stop() {
        started.forEach(each -> each.destroyForcibly().onExit().join());
    }

    @Test
    void a_tail_whose_output_is_not_read_accounts_for_every_broadcast_of_a_flood() throws Exception {
        String uri = listening(run("hub", "tcp://127.0.0.1:*").errorReader(UTF_8));
        Process tail = run("--hub", uri, "--wait", "60s", "tail", "--jsonl", "--source", "flooder");
        try (Plugin flooder = new Plugin("flooder", uri);
                BufferedReader output = tail.inputReader(UTF_8)) {
            flooder.reset(Duration.ofSeconds(60));
            while (!output.ready()) {
                ask(flooder, "").join();
            }
            flood(flooder);
            while (shown + missed < FLOOD) {
                take(output.readLine());
            }
            assertThat(shown + missed).isEqualTo(FLOOD);
            assertThat(missed).isPositive();
            try (BufferedReader messages = tail.errorReader(UTF_8)) {
                assertThat(messages.readLine()).startsWith("warning: ").contains("broadcasts");
            }
        }
    }

    /** Counts a line of the flood, or what it says to be missing; no other request has a text. */
    private void take(String line) throws ContentException {
        Map<?, ?> object = (Map<?, ?>) Json.parse(line);
        if ("missed".equals(object.get("event"))) {
            missed += (Long) object.get("count");
        } else if (object.get("data") instanceof Map<?, ?> data && TEXT.equals(data.get("text"))) {
            shown++;
        }
    }

    private static void flood(Plugin flooder) {
        for (int i = 0; i < FLOOD; i += REQUESTS_AT_ONCE) {
            List<CompletableFuture<?>> replies = new ArrayList<>();
            for (int k = 0; k < REQUESTS_AT_ONCE; k++) {
                replies.add(ask(flooder, TEXT));
            }
            replies.forEach(CompletableFuture::join);
        }
    }

    private static CompletableFuture<?> ask(Plugin flooder, String text) {
        return flooder.executeAsync(flooder.hubName(), "ping", Map.of("text", text), PATIENT);
    }

    private static String listening(BufferedReader messages) throws IOException {
        Matcher found = LISTENS.matcher("");
        while (!found.find()) {
            found = LISTENS.matcher(messages.readLine());
        }
        return found.group(1);
    }

    private Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("../bin/hubsh"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        builder.environment().put("XDG_CACHE_HOME", folder.toString());
        builder.environment().put("HUBSH_ARCHIVE", "off");
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }
}
