package io.github.hubsh.shell.conformance;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.RunRequests;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A prompt at which examples are typed. Its stdout is a file, so that its data has the form that other starts give.
 * When it was left, the same process starts the next one: the program runs from {@code Main} to its exit code each
 * time.
 */
final class ExamplePrompt implements AutoCloseable {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Pattern PROMPT = Pattern.compile("\n\\S.*>$");

    private final Path out;
    private final RunRequests requests = new RunRequests();
    private final TmuxScreen screen;

    // Mutable state
    private boolean running;
    private int outLength;

    /** Starts a process on a terminal; {@link #start} starts the prompt. */
    ExamplePrompt(String hubsh, Path work, Path folder, Map<String, String> environment) throws IOException {
        out = folder.resolve("prompt.out");
        String start = "cd \"$0\" && exec \"$1\" >\"$2\"";
        screen = TmuxScreen.start(
                250,
                50,
                requests.environment(environment, folder),
                "sh",
                "-c",
                start,
                work.toString(),
                hubsh,
                out.toString());
    }

    /** Starts the prompt, unless there is one, and waits until it has joined its hub. */
    void start() {
        if (running) {
            return;
        }
        screen.clear();
        requests.begin();
        running = true;
        screen.await("connected to", SOON);
        awaitPrompt(0);
    }

    /** Types an example and returns what it gave. */
    ProcessRun type(Example example) throws IOException {
        int before = screen.scrollback().length();
        screen.type(example.line());
        screen.press("Enter");
        if (example.leaves()) {
            return new ProcessRun(awaitExit(), newOut(), example.messages(since(before)));
        }
        awaitPrompt(before);
        if (example.runsBeside()) {
            eventually(
                    () -> "no end:\n" + screen.text(),
                    () -> Example.ENDED.matcher(since(before)).find(),
                    SOON);
        }
        return new ProcessRun(example.exit(), newOut(), example.messages(since(before)));
    }

    /** Leaves the prompt as a user does. */
    void leave() {
        screen.type("exit");
        screen.press("Enter");
        assertThat(awaitExit()).isZero();
    }

    @Override
    public void close() {
        screen.close();
        requests.close();
    }

    private int awaitExit() {
        int status = requests.status();
        running = false;
        return status;
    }

    private void awaitPrompt(int from) {
        eventually(
                () -> "no prompt:\n" + screen.text(),
                () -> PROMPT.matcher(since(from)).find(),
                SOON);
    }

    private String since(int before) {
        return screen.scrollback().substring(before);
    }

    private String newOut() throws IOException {
        byte[] all = Files.readAllBytes(out);
        int from = outLength;
        outLength = all.length;
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }
}
