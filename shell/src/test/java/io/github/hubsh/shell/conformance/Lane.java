package io.github.hubsh.shell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.ResidentHubsh;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A network and a home, where one example at a time is tried every way. For one thread. */
final class Lane implements AutoCloseable {
    private static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();

    private final Path folder;
    private final Set<Example> inProcesses;
    private final Lab lab = new Lab();

    // Mutable state
    private final Map<Example, ProcessRun> runs = new HashMap<>(); // with -c
    private @Nullable ResidentHubsh resident;
    private @Nullable ExamplePrompt prompt;

    /**
     * Makes one.
     *
     * @param inProcesses the examples that are given with {@code -c} to a process of their own
     */
    Lane(Path folder, Set<Example> inProcesses) {
        this.folder = folder;
        this.inProcesses = inProcesses;
    }

    /** Fails unless the example gives the same with {@code -c}, in a file and as a subcommand. */
    void check(Example documented) throws IOException {
        Example example = documented.at(lab.uri());
        lab.traffic(example.isAboutTraffic());
        ProcessRun once = example.steady(
                inProcesses.contains(documented) ? process("-c", example.line()) : resident("-c", example.line()));
        runs.put(documented, once);
        assertThat(once.exit()).as(once.toString()).isEqualTo(example.exit());
        Files.writeString(work().resolve("lines.hubsh"), example.line() + "\n");
        assertThat(example.steady(resident("-f", "lines.hubsh"))).isEqualTo(once);
        if (example.isSubcommand()) {
            String[] arguments = example.arguments().toArray(new String[0]);
            assertThat(example.asWords(resident(arguments))).isEqualTo(example.asWords(once));
        }
    }

    /**
     * Fails unless the example gives at the prompt what it gave with {@code -c}.
     *
     * @param last whether the prompt ends with it
     */
    void checkAtPrompt(Example documented, boolean last) throws IOException {
        Example example = documented.at(lab.uri());
        lab.traffic(example.isAboutTraffic());
        boolean fits = false;
        try {
            assertThat(example.steady(prompt().type(example))).isEqualTo(runs.get(documented));
            if (last && !example.leaves()) {
                prompt().leave();
            }
            fits = true;
        } finally {
            if (!fits) {
                closePrompt();
            }
        }
    }

    @Override
    public void close() {
        closePrompt();
        if (resident != null) {
            resident.close();
        }
        lab.close();
    }

    private ExamplePrompt prompt() throws IOException {
        ExamplePrompt open = prompt;
        if (open == null) {
            open = new ExamplePrompt(HUBSH, work(), folder, environment());
            prompt = open;
        }
        open.start();
        return open;
    }

    private void closePrompt() {
        if (prompt != null) {
            prompt.close();
            prompt = null;
        }
    }

    private ProcessRun resident(String... arguments) throws IOException {
        ResidentHubsh open = resident;
        Path work = work();
        if (open == null) {
            open = new ResidentHubsh(work, folder, environment());
            resident = open;
        }
        return open.run(arguments);
    }

    private ProcessRun process(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(HUBSH));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(work().toFile());
        builder.environment().putAll(environment());
        return ProcessRun.of(builder, folder);
    }

    /** A folder as the examples expect it. */
    private Path work() throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.writeString(work.resolve("device.svg"), "<svg/>\n");
        Files.writeString(work.resolve("dstat.json"), "{\"gain\": 3}");
        Files.writeString(work.resolve("req.json"), "{\"x\": 1, \"y\": [2]}");
        Files.writeString(work.resolve("setup.hubsh"), "x plugin_a do_thing x=1\nx plugin_a echo y=2\n");
        Files.write(
                work.resolve("run.jsonl"),
                new FakeRecording()
                        .exchange("pump", "dispense", Map.of("volume_ul", 12.5), Map.of("state", "dispensing"))
                        .bytes());
        Files.writeString(
                work.resolve("session.jsonl"),
                new FakeRecording()
                        .exchange("plugin_a", "do_thing", Map.of("x", 1L), Map.of("done", "thing"))
                        .failure("plugin_a", "do_other", Map.of(), "too much")
                        .text());
        Files.writeString(
                work.resolve("smoke.js"),
                "import { hub, args } from 'hubsh'; export default [hub.ping('plugin_a') > 0, ...args];");
        Files.writeString(
                work.resolve("smoke.test.js"),
                "import { test } from 'hubsh'; test('liquid', ({ hub }) => hub.ping('plugin_a'));");
        Files.writeString(
                work.resolve("fake-dropbot.js"), "export function find_liquid() { return ['electrode043']; }");
        Files.write(work.resolve("session.jsonl"), FakeRecording.session().bytes());
        Files.write(work.resolve("smoke.jsonl"), FakeRecording.smoke().bytes());
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
