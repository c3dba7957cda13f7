package io.github.hubsh.shell.terminal;

import static io.github.hubsh.shell.terminal.Seat.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.handler.CommandDescription;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.testkit.Eventually;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.TmuxScreen;
import io.github.hubsh.shell.word.ItemText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plugin that tries to drive the user's terminal by every text it can send: its name, its commands' names and
 * documentation, argument names, values, keys, errors, broadcasts. Asserted is on the bytes that reach the terminal.
 */
final class HostileIT {
    /** Clipboard, title, screen, colour, reports, C1, overwriting, reversing, hiding. */
    private static final String EVIL = "\u001b]52;c;SEVMTE8=\u0007\u001b]0;pwned\u001b\\\u001b[41mRED\u001b[6n"
            + "\u001bPq\u001b\\\u009b41m\u009d0;pwned\u009c\bFAKE\rFAKE\u0085\u202eFAKE\u2066\u200b\u2028FAKE";

    /** The parts of it that no other program has a reason to write. */
    private static final List<String> FORBIDDEN = List.of(
            "\u001b]",
            "\u001bP",
            "\u001b[41m",
            "\u001b[6n",
            "=\u0007",
            "pwned\u0007",
            "\u009b",
            "\u009c",
            "\u009d",
            "\u0085",
            "\bFAKE",
            "\rFAKE",
            "\u202e",
            "\u2066",
            "\u200b",
            "\u2028");

    private static final String NAME = "evil\u001b]0;pwned\u0007\u009b41m\u202eplugin";
    private static final String COMMAND = "run\u001b[41m\u200bit\u2028";
    private static final String KEY = "key\u001b]0;x\u0007\u009d\u2066";

    /** A hub of the field: ours refuses such names. */
    private @Nullable PythonPeer hub;

    private @Nullable Plugin plugin;

    @TempDir
    Path home;

    @BeforeAll
    static void needsTmux() {
        Requires.tmux();
        Requires.python();
    }

    @BeforeEach
    void start() {
        hub = PythonPeer.hub("--name", "lab\u001b[41m\u202e");
        Plugin joined = new Plugin(NAME, hub.queryUri())
                .command(
                        COMMAND,
                        Payload.JSON,
                        CommandDescription.of("does " + EVIL)
                                .argument(KEY, "string", "is " + EVIL)
                                .oneOf("one" + EVIL, "two" + EVIL)
                                .example(Map.of(KEY, "one" + EVIL)),
                        call -> Map.of(KEY, EVIL, "list", List.of(Map.of(KEY, EVIL), Map.of(KEY, EVIL))))
                .command("text", Payload.TEXT, call -> EVIL)
                .command("bytes", Payload.BYTES, call -> EVIL.getBytes(StandardCharsets.UTF_8))
                .command("boom", call -> {
                    throw new IllegalStateException(EVIL);
                });
        plugin = joined;
        joined.reset();
    }

    @AfterEach
    void close() {
        if (plugin != null) {
            plugin.close();
        }
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void nothing_of_it_is_obeyed_at_the_prompt() {
        String target = ItemText.quote(NAME);
        String command = ItemText.quote(COMMAND);
        try (TmuxScreen screen = new Seat(home).start(100, 50, "--hub", hub.queryUri())) {
            screen.await("lab\\u001b[41m", SOON);
            screen.record(home.resolve("recorded"));
            enter(screen, "tail &", "tail runs");
            enter(screen, "plugins --ping", "stale");
            enter(screen, "commands " + target, "boom");
            enter(screen, "describe " + target + " " + command, "does \\u001b");
            enter(screen, "describe " + target + " " + command + " --template", "\nexecute \"evil\\u001b");
            enter(screen, "execute " + target + " " + command, "list");
            enter(screen, "execute " + target + " " + command + " --json", "{\"");
            enter(screen, "execute " + target + " " + command + " --raw", "header");
            enter(screen, "execute " + target + " " + command + " | jq .list | table", "key\\u001b");
            enter(screen, "execute " + target + " text", "RED");
            enter(screen, "execute " + target + " bytes", "RED");
            enter(screen, "execute " + target + " boom", "error:");
            enter(screen, "execute " + target + " boom --debug", "error:");
            enter(screen, "execute " + ItemText.quote(NAME + "x") + " boom", "error:");
            enter(screen, "status --last", "register ");
            enter(screen, "use " + target, ":evil");
            screen.type("use -");
            screen.press("Enter");
            screen.await("> use -\nlab\\u001b[41m\\u202e> ".strip(), SOON);
            completes(screen);
            screen.press("C-c");
            enter(screen, "top --count 1 --every 100ms", "nothing was broadcast");
            assertHarmless();
            assertThat(screen.textWithColours()).doesNotContain("\u001b[41m");
        }
    }

    @Test
    void nothing_of_it_is_obeyed_by_a_one_shot_at_a_terminal() {
        String each = " --hub " + hub.queryUri() + " execute '" + NAME + "' ";
        String line = "read go; for a in 'text' 'bytes' 'boom' 'boom --debug' '" + COMMAND
                + "' '--raw text' 'nope'; do \"$0\"" + each + "$a; done; \"$0\" --hub " + hub.queryUri()
                + " plugins; echo over";
        try (TmuxScreen screen = new Seat(home).run(100, 50, "sh", "-c", line, Seat.HUBSH)) {
            screen.record(home.resolve("recorded"));
            screen.press("Enter");
            screen.await("\nover", SOON);
            assertHarmless();
        }
    }

    /** Tab in each place, its menus, the hints and the suggestions while something is typed. */
    private static void completes(TmuxScreen screen) {
        screen.type("execute ev");
        screen.press("Tab");
        screen.await("> execute \"evil\\u001b", SOON);
        screen.type("r");
        screen.press("Tab");
        screen.await("\"run\\u001b", SOON);
        screen.press("Tab");
        screen.press("Tab");
        screen.type("key");
        screen.press("Tab");
        screen.press("Tab");
        screen.press("Tab");
        screen.press("C-c");
        screen.type("execute ");
        screen.press("Tab");
        screen.press("Tab");
        screen.press("Tab");
        screen.await("plugin", SOON);
        screen.press("C-c");
    }

    /** What tail shows beside it may come just after the screen was cleared. */
    private static void enter(TmuxScreen screen, String line, String answer) {
        Eventually.eventually(
                () -> {
                    screen.press("C-l");
                    return !screen.text().contains(answer);
                },
                SOON);
        screen.type(line);
        screen.press("Enter");
        screen.await(answer, SOON);
    }

    private void assertHarmless() {
        for (String each : FORBIDDEN) {
            assertThat(output().replace("\u001b", "^[")).doesNotContain(each.replace("\u001b", "^["));
        }
    }

    private String output() {
        try {
            return new String(Files.readAllBytes(home.resolve("recorded")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
