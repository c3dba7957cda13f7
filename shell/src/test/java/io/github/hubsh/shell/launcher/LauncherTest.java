package io.github.hubsh.shell.launcher;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.testkit.ProcessRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher decides, with a Java that prints how it was called. */
final class LauncherTest {
    @TempDir
    private Path home;

    @AfterEach
    void whatRunsInTheBackgroundEndsBeforeItsFolderGoes() {
        eventually(new Installation(home, "none")::isAtRest, Duration.ofSeconds(60));
    }

    @Test
    void the_program_gets_its_arguments_untouched_and_its_exit_code_comes_back() {
        Installation hubsh = new Installation(home).withProgram();
        ProcessRun run = hubsh.run(Map.of(), "fail", "@req.json", "a b", "", "*", "$HOME", "'\"\\", "x;y");
        assertThat(run.out()).isEqualTo("program [fail, @req.json, a b, , *, $HOME, '\"\\, x;y]\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(5);
    }

    @Test
    void it_runs_from_any_directory_and_through_chains_of_symlinks() throws IOException {
        Installation hubsh = new Installation(home).withProgram();
        Path far = Files.createDirectories(home.resolve("far/away"));
        Files.createSymbolicLink(far.resolve("absolute"), hubsh.root.resolve("bin/hubsh"));
        Files.createSymbolicLink(far.resolve("relative"), Path.of("../../link"));
        Files.createSymbolicLink(home.resolve("link"), Path.of("far/absolute"));
        Files.createSymbolicLink(home.resolve("far/absolute"), far.resolve("absolute"));
        for (String script : List.of("far/away/absolute", "far/away/relative", "./link", "far/../far/away/relative")) {
            ProcessRun run = hubsh.run(Path.of(script), home, Map.of(), "-c", "x");
            assertThat(run).as(script).isEqualTo(new ProcessRun(0, "program [-c, x]\n", ""));
        }
        assertThat(hubsh.run(Path.of("./hubsh"), hubsh.root.resolve("bin"), Map.of(), "x")
                        .exit())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short | -c ping",
                "short | execute plugin_a do_thing",
                "short | --hub tcp://h:1 --json ping hub",
                "short | demo -c ping",
                "short | -f demo",
                "short | --version",
                "long  | --json",
                "long  | --hub tcp://h:1",
                "long  | hub tcp://127.0.0.1:1",
                "long  | demo",
                "long  | --name ping",
                "long  | run a.js",
                "long  | bench -c",
                "long  | js",
                "long  | test a.js b.js",
                "short | js 1+1",
                "short | --json js 1+1",
                "short | -c js",
            })
    void short_runs_do_without_the_optimising_compiler(String mode, String line) {
        Installation hubsh = new Installation(home).withEmptyJars();
        String java = hubsh.fakeJava("java", "17").toString();
        String[] words = line.split(" ", -1);
        List<String> options =
                hubsh.run(Map.of("HUBSH_JAVA_HOME", java), words).out().lines().toList();
        assertThat(options.contains("-XX:TieredStopAtLevel=1")).isEqualTo(mode.equals("short"));
        assertThat(options).endsWith(words).contains("io.github.hubsh.shell.app.Main");
    }

    @ParameterizedTest
    @CsvSource({"hub, true", "demo, true", "ping, false", "--json, false"})
    void a_hub_ends_when_it_runs_out_of_memory(String verb, boolean expected) {
        Installation hubsh = new Installation(home).withEmptyJars();
        String java = hubsh.fakeJava("java", "17").toString();
        assertThat(hubsh.run(Map.of("HUBSH_JAVA_HOME", java), verb)
                        .out()
                        .lines()
                        .anyMatch("-XX:+ExitOnOutOfMemoryError"::equals))
                .isEqualTo(expected);
    }

    @Test
    void the_java_that_was_asked_for_comes_first_and_a_too_old_one_is_passed_over() {
        Installation hubsh = new Installation(home).withEmptyJars();
        String wished = hubsh.fakeJava("wished", "17.0.1").toString();
        String usual = hubsh.fakeJava("usual", "25.0.3").toString();
        String old = hubsh.fakeJava("old", "11.0.2").toString();
        hubsh.fakeJava(".sdkman/candidates/java/99", "99-ea");
        Map<String, String> self = Map.of("HOME", home.toString());
        assertThat(hubsh.run(Map.of("HUBSH_JAVA_HOME", wished, "JAVA_HOME", usual))
                        .out())
                .startsWith("java wished\n")
                .doesNotContain("native-access");
        assertThat(hubsh.run(Map.of("JAVA_HOME", usual)).out())
                .startsWith("java usual\n")
                .contains("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC");
        assertThat(hubsh.run(Map.of("JAVA_HOME", old, "HOME", home.toString())).out())
                .startsWith("java .sdkman/candidates/java/99\n");
        assertThat(hubsh.run(self).out()).startsWith("java .sdkman/candidates/java/99\n");
    }

    @Test
    void a_java_that_is_gone_is_not_missed() throws IOException {
        Installation hubsh = new Installation(home).withEmptyJars();
        Path newest = hubsh.fakeJava(".jdks/99", "99");
        hubsh.fakeJava(".jdks/98", "98");
        Map<String, String> self = Map.of("HOME", home.toString());
        assertThat(hubsh.run(self).out()).startsWith("java .jdks/99\n");
        Files.delete(newest.resolve("bin/java"));
        assertThat(hubsh.run(self).out()).startsWith("java .jdks/98\n");
    }

    @Test
    void a_wish_that_cannot_be_met_is_an_error_with_two() {
        Installation hubsh = new Installation(home).withEmptyJars();
        String old = hubsh.fakeJava("old", "11.0.2").toString();
        assertThat(hubsh.run(Map.of("HUBSH_JAVA_HOME", old), "ping"))
                .isEqualTo(new ProcessRun(2, "", "hubsh: HUBSH_JAVA_HOME=" + old + " is not Java 17 or newer\n"));
    }

    @Test
    void compiled_java_script_needs_java25() {
        Installation hubsh = new Installation(home).withEmptyJars();
        String java = hubsh.fakeJava("java", "17.0.1").toString();
        Map<String, String> wish = Map.of("HUBSH_JAVA_HOME", java, "HUBSH_JS_OPTIMISE", "1");
        assertThat(hubsh.run(wish, "run", "x.js"))
                .isEqualTo(new ProcessRun(
                        2,
                        "",
                        "hubsh: HUBSH_JS_OPTIMISE needs Java 25, and " + java
                                + "/bin/java is 17.0.1; unset it, or set HUBSH_JAVA_HOME\n"));
        assertThat(hubsh.run(wish, "ping").exit()).as("no JavaScript").isZero();
        assertThat(hubsh.run(Map.of("HUBSH_JAVA_HOME", java, "HUBSH_JS_OPTIMISE", ""), "run", "x.js")
                        .exit())
                .as("no wish")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"js", "run"})
    void compiled_java_script_needs_the_compiler_and_gets_its_modules(String verb) {
        Installation hubsh = new Installation(home, "plain").withEmptyJars();
        String java = hubsh.fakeJava("java", "25.0.3").toString();
        Map<String, String> wish = Map.of("HUBSH_JAVA_HOME", java, "HUBSH_JS_OPTIMISE", "1");
        assertThat(hubsh.run(wish, verb, "1"))
                .isEqualTo(new ProcessRun(
                        2,
                        "",
                        "hubsh: HUBSH_JS_OPTIMISE needs the Graal compiler; get it with mvn -q -f '" + hubsh.root
                                + "/pom.xml' -DskipTests -P optimise package, or unset it\n"));
        Path extras = hubsh.root.resolve("shell/target/optimise");
        Installation.write(extras.resolve("modules/compiler.jar"), "");
        Installation.write(extras.resolve("truffle-runtime.jar"), "");
        ProcessRun run = hubsh.run(wish, verb, "a b.js");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().toList())
                .contains("-XX:+EnableJVMCI", "--upgrade-module-path=" + extras + "/modules")
                .anyMatch(line -> line.endsWith(":" + extras + "/truffle-runtime.jar"))
                .endsWith("io.github.hubsh.shell.app.Main", verb, "a b.js");
        // An ordinary start makes the archive that was left to it.
        assertThat(hubsh.run(Map.of("HUBSH_JAVA_HOME", java), verb, "x.js").exit())
                .isZero();
    }

    @Test
    void options_for_java_are_passed_on_behind_ours() {
        Installation hubsh = new Installation(home).withEmptyJars();
        String java = hubsh.fakeJava("java", "17").toString();
        assertThat(hubsh.run(Map.of("HUBSH_JAVA_HOME", java, "HUBSH_JAVA_OPTS", "-Dx=* -Xmx1g"), "ping")
                        .out())
                .endsWith("\"\n-Dx=*\n-Xmx1g\nio.github.hubsh.shell.app.Main\nping\n");
    }
}
