package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a one-shot {@code execute} loads decides how fast it starts. */
final class OneShotClassesTest {
    private static final String SHELL = "io.github.hubsh.shell.";

    @Test
    void a_one_shot_execute_loads_its_own_verb_only_and_no_heavy_library() throws IOException, InterruptedException {
        Set<String> loaded = loaded("execute", "plugin_a", "do_thing", "x=1", "--timeout", "2s");

        assertThat(loaded.stream().filter(name -> name.startsWith(SHELL + "verb.") && name.endsWith("Verb")))
                .containsExactly(SHELL + "verb.request.ExecuteVerb");
        assertThat(loaded)
                .doesNotContain(SHELL + "verb.help.HelpText", SHELL + "word.Suggestion", SHELL + "render.ErrorPage")
                .noneMatch(name -> name.startsWith("org.jline")
                        || name.startsWith("org.yaml")
                        || name.startsWith("org.bouncycastle")
                        || name.startsWith("com.networknt")
                        || name.startsWith("com.fasterxml.jackson.databind")
                        || name.startsWith("java.util.regex.Matcher")
                        || (name.startsWith(SHELL) && !name.contains(".fake.") && name.contains("$$Lambda")));
        assertThat(loaded.stream().filter(name -> name.startsWith(SHELL) && !name.contains(".fake.")))
                .hasSizeLessThan(108);
    }

    private static Set<String> loaded(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                OneShot.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output;
        try (InputStream stdout = process.getInputStream()) {
            output = new String(stdout.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor()).as(output).isZero();
        Set<String> classes = new TreeSet<>();
        output.lines().forEach(line -> {
            int source = line.indexOf(" source:");
            if (source > 0) {
                classes.add(line.substring(line.lastIndexOf(' ', source - 1) + 1, source));
            }
        });
        return classes;
    }
}
