package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.app.ProgramBench.Run;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.verb.VerbTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the help, as operands, after -c, in a file and on stdin. */
final class ExamplesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private ProgramBench bench;

    @BeforeEach
    void open() {
        bench = new ProgramBench(directory);
    }

    private Run hubsh(String... arguments) {
        return bench.hubsh(arguments);
    }

    @Test
    void an_example_gives_the_same_every_way() throws IOException {
        writeScripts();
        bench.environment.put("XDG_CONFIG_HOME", directory.toString());
        for (Syntax syntax : VerbTable.syntaxes().all()) {
            for (String example : syntax.examples()) {
                if (example.startsWith("demo") || example.startsWith("replay")) {
                    // Against the plugins of the demo, another test does it.
                    continue;
                }
                boolean measures = List.of("bench", "watch", "top", "test").contains(words(example)[0]);
                Run subcommand = steady(hubsh(words(example)), measures);
                assertThat(subcommand.status()).as(example).isIn(0, 3);
                assertThat(steady(hubsh("-c", example), measures)).as(example).isEqualTo(subcommand);
                assertThat(steady(file(example), measures)).as(example).isEqualTo(subcommand);
                bench.stdin = example + "\n";
                assertThat(steady(withoutPlace(hubsh()), measures)).as(example).isEqualTo(subcommand);
            }
        }
    }

    @Test
    void an_example_with_operators_gives_the_same_at_c_in_a_file_and_on_stdin() throws IOException {
        for (String topic : List.of("filters", "variables")) {
            List<String> page = hubsh("help", topic).out().lines().toList();
            for (String line : page.subList(page.indexOf("Examples:") + 1, page.lastIndexOf(""))) {
                String example = line.strip();
                Run once = hubsh("-c", example);
                assertThat(once.status()).as(example).isIn(0, 3);
                assertThat(file(example)).as(example).isEqualTo(once);
                bench.stdin = example + "\n";
                assertThat(withoutPlace(hubsh())).as(example).isEqualTo(once);
            }
        }
    }

    /** Takes the numbers out of what is measured. */
    private static Run steady(Run run, boolean measured) {
        return measured ? new Run(run.status(), run.out().replaceAll("[0-9.]+", "0"), run.err()) : run;
    }

    private Run file(String line) throws IOException {
        java.nio.file.Files.writeString(directory.resolve("lines.hubsh"), line + "\n");
        return withoutPlace(hubsh("-f", "lines.hubsh"));
    }

    private static Run withoutPlace(Run run) {
        String place = "(?m)^  in (lines.hubsh|stdin):1\n|,\"file\":\"(lines.hubsh|stdin)\",\"line\":1(?=}})";
        return new Run(run.status(), run.out(), run.err().replaceAll(place, ""));
    }

    /** What the examples run. */
    private void writeScripts() throws IOException {
        FakeRecording recording = new FakeRecording().exchange("pump", "stop", Map.of(), Map.of("state", "idle"));
        write("run.jsonl", recording.text());
        write("smoke.jsonl", FakeRecording.smoke().text());
        write("smoke.js", "import { hub, args } from 'hubsh'; export default [hub.plugins().length, ...args];");
        write("setup.hubsh", "execute plugin_a do_thing x=1\nplugins\n");
        write("smoke.test.js", "import { test } from 'hubsh'; test('liquid', ({ hub }) => hub.ping('plugin_a'));");
        write("session.jsonl", FakeRecording.session().text());
        write("fake-dropbot.js", "export function find_liquid() { return ['electrode043']; }");
    }

    private void write(String name, String text) throws IOException {
        java.nio.file.Files.writeString(directory.resolve(name), text);
    }

    /** Cuts an example as the operating system's shell does. */
    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" (?=(?:[^']*'[^']*')*[^']*$)", -1)) {
            words.add(word.replace("'", ""));
        }
        return words.toArray(new String[0]);
    }
}
