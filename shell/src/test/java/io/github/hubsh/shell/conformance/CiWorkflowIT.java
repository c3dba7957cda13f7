package io.github.hubsh.shell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.testkit.ReservedPorts;
import io.github.hubsh.shell.testkit.DocumentedBlock;
import io.github.hubsh.shell.testkit.ProcessRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The workflow of {@code docs/ci.md}: its steps with {@code run}, each as GitHub's runner gives it to bash. */
final class CiWorkflowIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String PORT = "31000";

    @TempDir
    private Path folder;

    /** What a step has started in the background has the folder in its arguments. */
    @AfterEach
    void stopWhatTheStepsHaveStarted() {
        String place = folder.toString();
        List<ProcessHandle> started = ProcessHandle.allProcesses()
                .filter(each -> Stream.of(each.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.contains(place)))
                .toList();
        started.forEach(ProcessHandle::destroy);
        started.forEach(each -> each.onExit().join());
    }

    @Test
    void every_step_works_as_it_is_written() throws IOException {
        Path workspace = prepare();
        Map<?, ?> workflow = new Yaml().load(workflow());
        Map<?, ?> job = (Map<?, ?>) ((Map<?, ?>) workflow.get("jobs")).get("lab");
        int count = 0;
        for (Object each : (List<?>) job.get("steps")) {
            Map<?, ?> step = (Map<?, ?>) each;
            if (step.get("run") != null) {
                count++;
                ProcessRun run = run(workspace, (Map<?, ?>) job.get("env"), step.get("run") + "\n");
                assertThat(run.exit()).as(step.get("name") + "\n" + run).isZero();
            }
        }
        assertThat(count).isEqualTo(4);
        assertThat(workspace.resolve("report.xml"))
                .content()
                .contains("<testsuites")
                .contains("liquid is found");
    }

    private ProcessRun run(Path workspace, Map<?, ?> variables, String script) throws IOException {
        Path file = Files.writeString(folder.resolve("step.sh"), script);
        ProcessBuilder builder =
                new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString());
        Map<String, String> environment = builder.directory(workspace.toFile()).environment();
        environment.keySet().removeIf(name -> name.matches("(HUBSH|XDG)_.*"));
        variables.forEach((name, value) -> environment.put(name.toString(), value.toString()));
        environment.put("HOME", folder.toString());
        environment.put("HUBSH_ARCHIVE", "off");
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_WORKSPACE", workspace.toString());
        Path added = folder.resolve("path");
        environment.put("GITHUB_PATH", added.toString());
        if (Files.exists(added)) {
            environment.merge("PATH", Files.readString(added).strip(), (before, more) -> more + ":" + before);
        }
        return ProcessRun.of(builder, folder);
    }

    private static String workflow() throws IOException {
        String yaml = DocumentedBlock.of(ROOT.resolve("docs/ci.md")).stream()
                .filter(block -> block.language().equals("yaml"))
                .findFirst()
                .orElseThrow()
                .text();
        return yaml.replace(PORT, Integer.toString(ReservedPorts.next()));
    }

    /** The repository of a user: the archive, and the files that the steps name. */
    private Path prepare() throws IOException {
        Path workspace = Files.createDirectories(folder.resolve("work"));
        Path archive = archive();
        Requires.file(archive, "mvn package");
        Files.copy(archive, Files.createDirectory(workspace.resolve("tools")).resolve(archive.getFileName()));
        Files.copy(ROOT.resolve("scripts/fake-dropbot.js"), workspace.resolve("fake-dropbot.js"));
        Files.writeString(workspace.resolve("setup.hubsh"), "ping dropbot_plugin\n# ready\nplugins\n");
        Files.writeString(workspace.resolve("smoke.test.js"), """
                import { test, expect } from 'hubsh';
                test('liquid is found', ({ hub }) => {
                  expect(hub.execute('dropbot_plugin', 'find_liquid')).toBeDefined();
                });
                """);
        return workspace;
    }

    private static Path archive() throws IOException {
        Path target = ROOT.resolve("shell/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz")
                            && !file.toString().contains("linux-x64"))
                    .findAny()
                    .orElse(target.resolve("hubsh.tar.gz"));
        }
    }
}
