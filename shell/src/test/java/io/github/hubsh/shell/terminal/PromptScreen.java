package io.github.hubsh.shell.terminal;

import static io.github.hubsh.core.testkit.Eventually.eventually;

import io.github.hubsh.shell.testkit.SharedArchives;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The prompt of the real program on a terminal, with a home of its own. */
final class PromptScreen implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(60);
    static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();

    final TmuxScreen screen;
    private final String prompt;

    private PromptScreen(TmuxScreen screen, String prompt) {
        this.screen = screen;
        this.prompt = prompt;
        screen.await("Ctrl-D leaves\n", SOON);
        screen.await(prompt, SOON);
    }

    /** Starts {@code hubsh demo}. */
    static PromptScreen demo(Path home, int columns, int rows, Map<String, String> variables) {
        return start(home, columns, rows, variables, "demo>", "demo", "tcp://127.0.0.1:*");
    }

    static PromptScreen start(
            Path home, int columns, int rows, Map<String, String> variables, String prompt, String... arguments) {
        Map<String, String> environment = new HashMap<>();
        for (String name : List.of("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")) {
            environment.put(name, home.toString());
        }
        environment.put("INPUTRC", "/dev/null");
        environment.put("XDG_CACHE_HOME", SharedArchives.in(home));
        environment.putAll(variables);
        List<String> command = new ArrayList<>(List.of(HUBSH));
        command.addAll(List.of(arguments));
        return new PromptScreen(TmuxScreen.start(columns, rows, environment, command.toArray(new String[0])), prompt);
    }

    /** Leaves the line being typed; then the screen shows an empty prompt and nothing else. */
    PromptScreen fresh() {
        screen.press("C-x", "C-k");
        awaitEnd(prompt);
        // What a job says late comes after the first time.
        eventually(
                () -> "not all of the screen:\n" + screen.text(),
                () -> {
                    screen.press("C-l");
                    return screen.text().equals(prompt);
                },
                SOON);
        return this;
    }

    PromptScreen type(String text) {
        screen.type(text);
        return this;
    }

    PromptScreen press(String... keys) {
        screen.press(keys);
        return this;
    }

    PromptScreen await(String text) {
        screen.await(text, SOON);
        return this;
    }

    PromptScreen awaitGone(String text) {
        screen.awaitGone(text, SOON);
        return this;
    }

    /** Waits until this is all that is on the screen. */
    PromptScreen awaitAll(String text) {
        eventually(
                () -> "not all of the screen:\n" + screen.text(),
                () -> screen.text().equals(text),
                SOON);
        return this;
    }

    /** Waits until the rows end with this. */
    PromptScreen awaitEnd(String text) {
        eventually(() -> "not its end:\n" + screen.text(), () -> screen.text().endsWith(text), SOON);
        return this;
    }

    PromptScreen awaitCursor(int column, int row) {
        String wanted = column + "," + row;
        eventually(
                () -> "cursor at " + screen.cursor() + ":\n" + screen.text(),
                () -> screen.cursor().equals(wanted),
                SOON);
        return this;
    }

    PromptScreen awaitColours(String text) {
        eventually(
                () -> text.replace('\u001b', '^') + " is not in:\n"
                        + screen.textWithColours().replace('\u001b', '^'),
                () -> screen.textWithColours().contains(text),
                SOON);
        return this;
    }

    @Override
    public void close() {
        screen.close();
    }
}
