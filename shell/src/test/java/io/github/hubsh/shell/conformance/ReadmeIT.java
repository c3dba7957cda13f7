package io.github.hubsh.shell.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.ReservedPorts;
import io.github.hubsh.shell.testkit.DocumentedBlock;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README, followed from its first block to its last by one shell in a clean home. The demo of its first block runs
 * until the end, as the reader leaves it running. Three things differ from what a reader does: Maven only pretends, so
 * JavaScript has no compiler; other hubs than the demo have ports that are free here; and a line that runs until Ctrl-C
 * gets it after a moment.
 */
final class ReadmeIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path README = ROOT.resolve("README.md");
    private static final int INTERRUPTED = 130;

    /** What other hubs than the demo listen at; each has another port. */
    private static final Pattern OTHER_HUB = Pattern.compile("(?<=tcp://127\\.0\\.0\\.1:)31[1-9]\\d\\d");

    private static final String START = """
            PATH=$PWD/tools:$PATH
            trap 'kill $(jobs -p); wait' EXIT
            cd clone
            """;
    private static final String DEMO = """
            : >"$OUT/demo" # the demo may not have opened it when it is read
            bin/hubsh demo >"$OUT/demo" 2>&1 </dev/null &
            for try in $(seq 600); do
                export HUBSH_HUB=$(sed -n "s/^hub 'demo' listens at \\(.*\\);.*/\\1/p" "$OUT/demo")
                [ -z "$HUBSH_HUB" ] || break
                sleep 0.1
            done
            """;

    @TempDir
    private Path home;

    /** A line that a reader types. */
    private record Step(int line, String command, @Nullable String output) {
        boolean endless() {
            return command.contains("until Ctrl-C");
        }

        boolean demo() {
            return command.startsWith("bin/hubsh demo ");
        }
    }

    @Test
    void every_block_works_in_order_in_a_clean_home() throws IOException {
        List<Step> steps = steps();
        Path out = Files.createDirectory(home.resolve("out"));
        prepareClone();
        ProcessRun run = ProcessRun.of(shell(script(steps), out), home);

        assertThat(run.err()).isEmpty();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String problem = steps.get(i).demo() ? "" : problem(steps.get(i), out.resolve("" + i));
            if (!problem.isEmpty()) {
                wrong.add(
                        "README.md:" + steps.get(i).line() + ": " + steps.get(i).command() + "\n" + problem);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(steps).hasSizeGreaterThan(40);
        assertThat(Files.readString(home.resolve("clone/image.png"), ISO_8859_1))
                .isEqualTo("\u0089PNG\r\n\u001a\n");
    }

    /** Returns what is wrong with a line that has run, or nothing. */
    private static String problem(Step step, Path ran) throws IOException {
        String output = Files.readString(ran);
        Path status = ran.resolveSibling(ran.getFileName() + ".status");
        int code =
                Files.exists(status) ? Integer.parseInt(Files.readString(status).strip()) : -1;
        if (step.output() != null) {
            return output.stripTrailing().equals(step.output())
                    ? ""
                    : "expected:\n" + step.output() + "\nfound:\n" + output;
        }
        boolean fine = code == 0 || (step.endless() && code == INTERRUPTED);
        return fine ? "" : "exit code " + code + "\n" + output;
    }

    private List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        for (DocumentedBlock block : DocumentedBlock.of(README)) {
            switch (block.language()) {
                case "sh" -> addLines(block, steps);
                case "console" -> addDialogue(block, steps);
                case "js" -> steps.add(file(block));
                default -> throw new AssertionError("README.md:" + block.line() + " is in " + block.language());
            }
        }
        return steps;
    }

    private static void addLines(DocumentedBlock block, List<Step> steps) {
        int line = block.line();
        for (String text : block.text().lines().toList()) {
            line++;
            if (!text.isBlank()) {
                steps.add(new Step(line, text, null));
            }
        }
    }

    private static void addDialogue(DocumentedBlock block, List<Step> steps) {
        int line = block.line();
        for (String turn : ("\n" + block.text()).split("\n\\$ ", -1)) {
            int end = (turn + "\n").indexOf('\n');
            if (!turn.isBlank()) {
                String output = turn.substring(Math.min(turn.length(), end + 1)).stripTrailing();
                steps.add(new Step(line, turn.substring(0, end), output.isEmpty() ? null : output));
            }
            line += (int) turn.lines().count();
        }
    }

    /** Its first line names the file. */
    private static Step file(DocumentedBlock block) {
        String name = block.text().lines().findFirst().orElseThrow().replaceFirst("^// ", "");
        return new Step(block.line(), "cat > " + name + " <<'END'\n" + block.text() + "END", null);
    }

    private static String script(List<Step> steps) {
        StringBuilder script = new StringBuilder(START);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String command = step.endless()
                    ? "timeout --preserve-status -s INT 2 " + step.command()
                    : step.command().replace("HUBSH_JS_OPTIMISE=1 ", "");
            String file = "\"$OUT/" + i + "\"";
            script.append(
                    step.demo()
                            ? DEMO
                            : "{ " + command + "\n} >" + file + " 2>&1; s=$?; echo $s >" + file
                                    + ".status; (exit $s)\n");
        }
        return withFreePorts(script.toString());
    }

    /** A port stands for the same free one everywhere. */
    private static String withFreePorts(String script) {
        Map<String, String> ports = new HashMap<>();
        for (MatchResult port : OTHER_HUB.matcher(script).results().toList()) {
            if (!ports.containsKey(port.group())) {
                ports.put(port.group(), "" + ReservedPorts.next());
            }
        }
        return OTHER_HUB.matcher(script).replaceAll(port -> ports.get(port.group()));
    }

    private ProcessBuilder shell(String script, Path out) {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(home.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.matches("(HUBSH|XDG)_.*"));
        environment.put("HOME", home.resolve("home").toString());
        environment.put("XDG_CACHE_HOME", SharedArchives.in(home.resolve("home/.cache")));
        environment.put("OUT", out.toString());
        environment.put("TERM", "dumb");
        return builder;
    }

    private void prepareClone() throws IOException {
        Path clone = Files.createDirectories(home.resolve("clone"));
        Files.createSymbolicLink(
                Files.createDirectory(clone.resolve("bin")).resolve("hubsh"), ROOT.resolve("bin/hubsh"));
        Files.createSymbolicLink(clone.resolve("scripts"), ROOT.resolve("scripts"));
        Files.createSymbolicLink(clone.resolve("shell"), ROOT.resolve("shell"));
        Path maven = Files.createDirectory(home.resolve("tools")).resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }
}
