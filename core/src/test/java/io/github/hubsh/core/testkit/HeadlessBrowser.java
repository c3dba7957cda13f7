package io.github.hubsh.core.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One page in a browser without a screen, driven through its debugging protocol. */
public final class HeadlessBrowser implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private String session = "";

    private HeadlessBrowser(Process process, URI debugging) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(debugging, new Answers())
                .join();
    }

    /**
     * Starts the browser, and opens an empty page.
     *
     * @param profile a folder of its own
     * @param width of the page, in its pixels, as on a phone
     */
    public static HeadlessBrowser start(String program, Path profile, int width) throws IOException {
        Path address = profile.resolve("DevToolsActivePort");
        Process process = new ProcessBuilder(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Eventually.eventually(() -> lines(address) >= 2, TIMEOUT);
        String[] parts = Files.readString(address).split("\n", -1);
        HeadlessBrowser browser = new HeadlessBrowser(process, URI.create("ws://127.0.0.1:" + parts[0] + parts[1]));
        browser.openPage(width);
        return browser;
    }

    /** Goes to an address. */
    public void open(String address) {
        call("Page.navigate", Map.of("url", address));
    }

    /** Returns what an expression is in the page; a promise's value for a promise. */
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Waits until an expression is true in the page; a page that is only just loading has no such thing yet. */
    public void await(String expression) {
        Eventually.eventually(
                () -> expression + " is false: " + evaluate("document.body.innerText"),
                () -> isTrue(expression),
                TIMEOUT);
    }

    /** Whether an expression is true in the page. */
    public boolean isTrue(String expression) {
        try {
            return evaluate("!!(" + expression + ")").asBoolean();
        } catch (AssertionError loading) {
            return false;
        }
    }

    /** Chooses between light and dark, as the system would. */
    public void colours(String scheme) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", new Object[] {Map.of("name", "prefers-color-scheme", "value", scheme)}));
    }

    /** Keeps a picture of what a screen shows of the page. */
    public void picture(Path file) throws IOException {
        JsonNode answer = call("Page.captureScreenshot", Map.of());
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(answer.get("data").asText()));
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            // It writes to its profile until it has ended.
            boolean unused = process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void openPage(int width) {
        String target = call("Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asText();
        session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asText();
        call("Page.enable", Map.of());
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 2 * width, "deviceScaleFactor", 1, "mobile", true));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        pending.put(id, answer);
        ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
        message.set("params", MAPPER.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).join();
        JsonNode result =
                answer.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
        if (result.has("error")) {
            throw new AssertionError(method + ": " + result.get("error"));
        }
        return result.path("result");
    }

    private static long lines(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, UTF_8).lines().count() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** What the browser says: answers to calls, and events, which are ignored. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                answer(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void answer(String message) {
            try {
                JsonNode node = MAPPER.readTree(message);
                CompletableFuture<JsonNode> waiting =
                        pending.remove(node.path("id").asInt(-1));
                if (waiting != null) {
                    waiting.complete(node);
                }
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + message, e);
            }
        }
    }
}
