package io.github.hubsh.shell.launcher;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.demo.DemoNetwork;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The archives of the real program: each holds what its kind of start is slow for, and making it leaves nothing behind. */
final class ArchivesIT {
    private static final Path HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize();
    private static final Duration TRAINED = Duration.ofMinutes(3);

    @TempDir
    private Path home;

    @AfterEach
    void whatRunsInTheBackgroundEndsBeforeItsFolderGoes() {
        eventually(new Installation(home, "none")::isAtRest, TRAINED);
    }

    @ParameterizedTest
    @MethodSource("io.github.hubsh.shell.testkit.Javas#all")
    void the_archive_of_scripts_holds_the_engine(String java) {
        assertThat(loaded(java, "js", "1+1")).contains("2\n");
        trained();
        assertThat(loaded(java, "js", "1+1").lines())
                .anyMatch(line -> line.contains(" com.oracle.truffle.js.runtime.JSRealm ") && isShared(line));
    }

    @ParameterizedTest
    @MethodSource("io.github.hubsh.shell.testkit.Javas#all")
    void the_archive_of_requests_holds_what_joins_a_hub_and_no_more(String java) {
        try (DemoNetwork demo = DemoNetwork.start()) {
            String[] request = {"--hub", demo.uri(), "execute", "plugin_a", "do_thing", "x=1"};
            assertThat(loaded(java, request)).contains("\"x\":1");
            trained();
            assertThat(loaded(java, request).lines())
                    .anyMatch(line -> line.contains(".shell.live.LiveNetwork ") && isShared(line))
                    .noneMatch(line -> line.contains(" org.jline.") || line.contains(" com.oracle.truffle."));
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.hubsh.shell.testkit.Javas#all")
    void the_archive_of_the_prompt_holds_the_line_editor(String java) throws IOException {
        Requires.tmux();
        prompt(java);
        trained();
        assertThat(prompt(java).lines())
                .anyMatch(line -> line.contains(" org.jline.reader.impl.LineReaderImpl ") && isShared(line));
    }

    private static boolean isShared(String line) {
        return line.contains("shared objects file");
    }

    /** Starts the prompt without a hub, leaves it, and returns what was loaded. */
    private String prompt(String java) throws IOException {
        Path log = home.resolve("loaded.log");
        Map<String, String> environment = new HashMap<>(environment(java));
        environment.put("HUBSH_JAVA_OPTS", "-Xlog:class+load:file=" + log);
        try (TmuxScreen screen =
                TmuxScreen.start(80, 24, environment, HUBSH.toString(), "--hub", "tcp://127.0.0.1:1")) {
            screen.await("(not connected)>", TRAINED);
            screen.press("C-d");
            assertThat(screen.awaitExit(TRAINED)).isZero();
        }
        return Files.readString(log);
    }

    private String loaded(String java, String... arguments) {
        ProcessRun run = ProcessRun.of(builder(java, arguments), home);
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        return run.out() + run.err();
    }

    private ProcessBuilder builder(String java, String... arguments) {
        List<String> command = new ArrayList<>(List.of(HUBSH.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HUBSH_") || name.startsWith("XDG_"));
        builder.environment().putAll(environment(java));
        builder.environment().put("HUBSH_JAVA_OPTS", "-Xlog:class+load:stderr");
        return builder;
    }

    private Map<String, String> environment(String java) {
        return Map.of(
                "HOME",
                home.toString(),
                "XDG_CACHE_HOME",
                home.resolve("a cache").toString(),
                "HUBSH_JAVA_HOME",
                java);
    }

    /** Waits for the archive, which is all that training may leave behind. */
    private void trained() {
        Installation cache = new Installation(home, "none");
        eventually(
                () -> "no archive but " + cache.cached(), () -> cache.archives().size() == 1, TRAINED);
        assertThat(files(home.resolve(".config"))).isEmpty();
        assertThat(files(home.resolve(".local"))).isEmpty();
        assertThat(cache.cached())
                .filteredOn(file -> !file.startsWith(home.resolve("a cache/hubsh/start")))
                .noneMatch(file -> file.toString().contains("/hubsh/"));
        assertThat(cache.cached()).noneMatch(file -> file.toString().contains("/training/"));
    }

    private static List<Path> files(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException gone) {
            return List.of(folder);
        }
    }
}
