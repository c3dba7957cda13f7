package io.github.hubsh.shell.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.demo.DemoNetwork;
import io.github.hubsh.shell.testkit.Javas;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.SharedArchives;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The archives of the real program: each holds what its kind of start is slow for, and making it leaves nothing behind.
 */
final class ArchivesIT {
    private static final String JAVAS = "io.github.hubsh.shell.testkit.Javas#all";
    private static final Path HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize();
    private static final Duration SOON = Duration.ofMinutes(3);

    @TempDir
    private Path home;

    @ParameterizedTest
    @MethodSource(JAVAS)
    void the_archive_of_scripts_holds_the_engine(String java) {
        assertThat(loaded(java, "js", "1+1").lines())
                .contains("2")
                .anyMatch(line -> line.contains(" com.oracle.truffle.js.runtime.JSRealm ") && isShared(line));
    }

    @ParameterizedTest
    @MethodSource(JAVAS)
    void the_archive_of_requests_holds_what_joins_a_hub_and_no_more(String java) {
        try (DemoNetwork demo = DemoNetwork.start()) {
            assertThat(loaded(java, "--hub", demo.uri(), "execute", "plugin_a", "do_thing", "x=1")
                            .lines())
                    .anyMatch(line -> line.contains("\"x\":1"))
                    .anyMatch(line -> line.contains(".shell.live.LiveNetwork ") && isShared(line))
                    .noneMatch(line -> line.contains(" org.jline.") || line.contains(" com.oracle.truffle."));
        }
    }

    @ParameterizedTest
    @MethodSource(JAVAS)
    void the_archive_of_the_demo_holds_the_hub(String java) {
        assertThat(loaded(java, "demo", "-c", "ping hub").lines())
                .anyMatch(line -> line.contains("\"target\":\"hub\""))
                .anyMatch(line -> line.contains(".core.server.RouterServer ") && isShared(line))
                .anyMatch(line -> line.contains(" io.netty.channel.epoll.EpollIoHandler ") && isShared(line));
    }

    @ParameterizedTest
    @MethodSource(JAVAS)
    void the_archive_of_the_prompt_holds_the_line_editor(String java) throws IOException {
        Requires.tmux();
        assertThat(prompt(java).lines())
                .anyMatch(line -> line.contains(" org.jline.reader.impl.LineReaderImpl ") && isShared(line));
    }

    @ParameterizedTest
    @MethodSource(JAVAS)
    void making_archives_leaves_only_archives(String java) {
        Path made = SharedArchives.home(variable(java));
        List<String> left = files(made).stream()
                .map(file -> made.relativize(file).toString())
                .toList();
        assertThat(left)
                .filteredOn(file -> file.matches(".*\\.(aot|jsa)"))
                .extracting(file -> file.replaceAll(".*/(\\w+)/[^/]*", "$1"))
                .contains("short", "js", "script", "prompt", "hub");
        assertThat(left)
                .noneMatch(file -> file.contains("/training/"))
                .filteredOn(file -> !file.startsWith("a cache/hubsh/start/"))
                .noneMatch(file -> file.contains("hubsh"));
    }

    private static boolean isShared(String line) {
        return line.contains("shared objects file");
    }

    /** Starts the prompt without a hub, leaves it, and returns what was loaded. */
    private String prompt(String java) throws IOException {
        Path log = home.resolve("loaded.log");
        Map<String, String> environment = environment(java);
        environment.put("HUBSH_JAVA_OPTS", "-Xlog:class+load:file=" + log);
        try (TmuxScreen screen =
                TmuxScreen.start(80, 24, environment, HUBSH.toString(), "--hub", "tcp://127.0.0.1:1")) {
            screen.await("(not connected)>", SOON);
            screen.press("C-d");
            assertThat(screen.awaitExit(SOON)).isZero();
        }
        return Files.readString(log);
    }

    private String loaded(String java, String... arguments) {
        List<String> command = new ArrayList<>(List.of(HUBSH.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HUBSH_") || name.startsWith("XDG_"));
        builder.environment().putAll(environment(java));
        builder.environment().put("HUBSH_JAVA_OPTS", "-Xlog:class+load:stderr");
        ProcessRun run = ProcessRun.of(builder, home);
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        return run.out() + run.err();
    }

    private Map<String, String> environment(String java) {
        Map<String, String> environment = new HashMap<>(Javas.environment(java));
        environment.put("HOME", home.toString());
        environment.put("XDG_CACHE_HOME", SharedArchives.in(home.resolve("a cache"), variable(java)));
        return environment;
    }

    private static String variable(String java) {
        return Javas.environment(java).getOrDefault("HUBSH_JAVA_HOME", "");
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException gone) {
            return List.of(folder);
        }
    }
}
