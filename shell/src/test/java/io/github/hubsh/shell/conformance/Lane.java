package io.github.hubsh.shell.conformance;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.SharedArchives;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A network and a home, where one example at a time is tried every way. */
final class Lane implements AutoCloseable {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();

    private static final Pattern PROMPT = Pattern.compile("\n\\S.*>$");

    private final Path folder;
    private final Lab lab = new Lab();

    Lane(Path folder) {
        this.folder = folder;
    }

    /** Fails unless the example gives the same with {@code -c}, in a file, as a subcommand and at the prompt. */
    void check(Example documented) throws IOException {
        Example example = documented.at(lab.uri());
        lab.traffic(example.isAboutTraffic());
        ProcessRun once = example.steady(hubsh("-c", example.line()));
        assertThat(once.exit()).as(once.toString()).isEqualTo(example.exit());
        Files.writeString(work().resolve("lines.hubsh"), example.line() + "\n");
        assertThat(example.steady(hubsh("-f", "lines.hubsh"))).isEqualTo(once);
        if (example.isSubcommand()) {
            String[] arguments = example.arguments().toArray(new String[0]);
            assertThat(example.asWords(hubsh(arguments))).isEqualTo(example.asWords(once));
        }
        if (!example.isAboutTheWay()) {
            assertThat(example.steady(atPrompt(example))).isEqualTo(once);
        }
    }

    @Override
    public void close() {
        lab.close();
    }

    private ProcessRun hubsh(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(HUBSH));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(work().toFile());
        builder.environment().putAll(environment());
        return ProcessRun.of(builder, folder);
    }

    /** Types the line at the prompt, whose stdout is a pipe, so that its data has the form that the others have. */
    private ProcessRun atPrompt(Example example) throws IOException {
        Path out = folder.resolve("prompt.out");
        String start = "cd \"$0\" && exec \"$1\" >\"$2\"";
        try (TmuxScreen screen =
                TmuxScreen.start(250, 50, environment(), "sh", "-c", start, work().toString(), HUBSH, out.toString())) {
            screen.await("connected to", SOON);
            awaitPrompt(screen, 0);
            int before = screen.scrollback().length();
            screen.type(example.line());
            screen.press("Enter");
            if (!example.leaves()) {
                awaitPrompt(screen, before);
            }
            if (example.runsBeside()) {
                eventually(
                        () -> "no end:\n" + screen.text(),
                        () -> Example.ENDED.matcher(screen.text()).find(),
                        SOON);
            }
            String shown = screen.scrollback().substring(before);
            if (!example.leaves()) {
                screen.type("exit");
                screen.press("Enter");
            }
            assertThat(screen.awaitExit(SOON)).isZero();
            return new ProcessRun(example.exit(), Files.readString(out), example.messages(shown));
        }
    }

    private static void awaitPrompt(TmuxScreen screen, int from) {
        eventually(
                () -> "no prompt:\n" + screen.text(),
                () -> PROMPT.matcher(screen.scrollback().substring(from)).find(),
                SOON);
    }

    /** A folder as the examples expect it. */
    private Path work() throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.writeString(work.resolve("device.svg"), "<svg/>\n");
        Files.writeString(work.resolve("dstat.json"), "{\"gain\": 3}");
        Files.writeString(work.resolve("req.json"), "{\"x\": 1, \"y\": [2]}");
        Files.writeString(work.resolve("setup.hubsh"), "x plugin_a do_thing x=1\nx plugin_a echo y=2\n");
        Files.writeString(
                work.resolve("smoke.js"),
                "import { hub, args } from 'hubsh'; export default [hub.ping('plugin_a') > 0, ...args];");
        Files.writeString(
                work.resolve("smoke.test.js"),
                "import { test } from 'hubsh'; test('liquid', ({ hub }) => hub.ping('plugin_a'));");
        Files.writeString(
                work.resolve("fake-dropbot.js"), "export function find_liquid() { return ['electrode043']; }");
        return work;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("HUBSH_HUB", lab.uri());
        environment.put("HOME", folder.toString());
        environment.put("NO_COLOR", "1");
        environment.put("HUBSH_TIMEOUT", "30s"); // beside a busy build a hub may be slow
        environment.put("INPUTRC", "/dev/null");
        environment.put("XDG_CACHE_HOME", SharedArchives.in(folder.resolve("XDG_CACHE_HOME")));
        for (String xdg : List.of("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")) {
            environment.put(xdg, folder.resolve(xdg).toString());
        }
        return environment;
    }
}
