package io.github.hubsh.shell.launcher;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.testkit.ProcessRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build at first use, with a Maven that only pretends. */
final class LauncherBuildTest {
    private static final String PRETEND = """
            echo "[INFO] Building hubsh core 1 [2/3]"
            sleep 0.8
            echo "[INFO] Building hubsh shell 1 [3/3]"
            sleep 0.8
            echo built >> "$HUBSH_TEST_COUNT"
            mkdir -p shell/target/lib
            : > shell/target/hubsh.jar
            : > shell/target/lib/hubsh-core-1.jar
            """;

    @TempDir
    private Path home;

    @AfterEach
    void whatRunsInTheBackgroundEndsBeforeItsFolderGoes() {
        eventually(new Installation(home, "none")::isAtRest, Duration.ofSeconds(60));
    }

    @Test
    void the_first_use_builds_and_says_so_on_stderr_only() {
        Installation hubsh = new Installation(home);
        hubsh.tool("mvn", "cd \"$(dirname \"$3\")\"\n" + PRETEND);
        ProcessRun first = hubsh.run(environment(hubsh), "-c", "x");
        assertThat(first.exit()).isZero();
        assertThat(first.out()).startsWith("java java\n").endsWith("-c\nx\n");
        assertThat(first.err()).matches("""
                        hubsh: first use: building with .*
                        hubsh: building hubsh core 1 \\[2/3]
                        hubsh: building hubsh shell 1 \\[3/3]
                        hubsh: built in \\d+ s
                        """);
        assertThat(hubsh.run(environment(hubsh), "-c", "x").err()).isEmpty();
    }

    @Test
    void two_first_uses_at_once_build_once() {
        Installation hubsh = new Installation(home);
        hubsh.tool("mvn", "cd \"$(dirname \"$3\")\"\n" + PRETEND);
        List<CompletableFuture<ProcessRun>> runs = Stream.of("a", "b", "c")
                .map(name -> CompletableFuture.supplyAsync(() -> hubsh.run(environment(hubsh), "-c", name)))
                .toList();
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.join().exit()).isZero();
            assertThat(run.join().out()).startsWith("java java\n");
        });
        assertThat(Installation.read(home.resolve("count"))).isEqualTo("built\n");
    }

    @Test
    void a_build_that_fails_shows_what_maven_said_and_where_the_rest_is() {
        Installation hubsh = new Installation(home);
        hubsh.tool("mvn", "echo '[INFO] chatter'; echo '[ERROR] no such dependency'; exit 1\n");
        ProcessRun run = hubsh.run(environment(hubsh), "-c", "x");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("[ERROR] no such dependency\nhubsh: the build failed; the output of Maven is in ")
                .doesNotContain("chatter");
    }

    @Test
    void without_a_network_one_line_says_so() {
        Installation hubsh = new Installation(home);
        hubsh.tool("mvn", """
                echo "[ERROR] Plugin x:y:1 or one of its dependencies could not be resolved: Failed to read artifact" \\
                    "descriptor for x:y:jar:1: Could not transfer artifact x:y:pom:1 from/to central" \\
                    "(https://repo.example/maven2): repo.example: Name or service not known -> [Help 1]"
                echo "[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch."
                exit 1
                """);
        ProcessRun run = hubsh.run(environment(hubsh), "-c", "x");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("hubsh: Maven cannot reach its repository central (https://repo.example/maven2); connect");
    }

    @Test
    void a_lock_whose_owner_is_gone_is_taken_over() {
        Installation hubsh = new Installation(home).withEmptyJars();
        hubsh.tool("mvn", "cd \"$(dirname \"$3\")\"\n" + PRETEND);
        Installation.write(hubsh.root.resolve("target/hubsh-build.lock/pid"), "999999999\n");
        assertThat(hubsh.run(environment(hubsh), "-c", "x").err()).contains("first use: building");
        assertThat(hubsh.root.resolve("target/hubsh-build.lock")).doesNotExist();
    }

    @Test
    void without_maven_it_says_what_to_install() {
        Installation hubsh = new Installation(home);
        Map<String, String> environment = environment(hubsh);
        for (String tool : List.of("mkdir", "rm", "readlink", "date")) {
            hubsh.tool(tool, "PATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
        }
        ProcessRun run = hubsh.run(
                Map.of(
                        "PATH",
                        home.resolve("tools").toString(),
                        "HUBSH_JAVA_HOME",
                        environment.getOrDefault("HUBSH_JAVA_HOME", "")),
                "-c",
                "x");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("hubsh: needs Maven 3.8 or newer").contains("apt install maven");
    }

    private Map<String, String> environment(Installation hubsh) {
        return Map.of(
                "PATH", home.resolve("tools") + ":" + System.getenv("PATH"),
                "HUBSH_TEST_COUNT", home.resolve("count").toString(),
                "HUBSH_JAVA_HOME", hubsh.fakeJava("java", "17").toString());
    }
}
