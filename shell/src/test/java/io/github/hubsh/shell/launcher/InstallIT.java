package io.github.hubsh.shell.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.ProcessRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archives, installed and removed on machines without Java and Maven; and the jar by itself. */
final class InstallIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String UNPACK = "cd /tmp && tar -xzf ";
    private static final String INSTALL = " && hubsh-*/bin/install --prefix /usr/local && rm -rf hubsh-*";
    private static final String UNINSTALL = "/usr/local/lib/hubsh/bin/install --uninstall --prefix /usr/local";
    private static final List<String> EXTRAS = List.of(
            "share/man/man1/hubsh.1",
            "share/bash-completion/completions/hubsh",
            "share/zsh/site-functions/_hubsh",
            "share/fish/vendor_completions.d/hubsh.fish");

    @TempDir
    private Path folder;

    @Test
    void the_plain_archive_needs_a_java_and_says_so() throws IOException {
        Requires.emptyRoot();
        EmptyRoot machine = machine(archive("SNAPSHOT.tar.gz"));
        Path local = machine.path().resolve("usr/local");

        ProcessRun first = machine.run(UNPACK + "hubsh-*.tar.gz" + INSTALL + "; hubsh version");
        assertThat(first.out())
                .contains("hubsh: installed in /usr/local/lib/hubsh; the command is /usr/local/bin/hubsh\n");
        assertThat(first.err()).startsWith("hubsh: needs Java 17 or newer and found none; install one");
        assertThat(first.exit()).isEqualTo(2);
        EXTRAS.forEach(
                extra -> assertThat(local.resolve(extra)).as(extra).content().contains("hubsh"));
        assertThat(local.resolve("lib/hubsh/licences/THIRD-PARTY.md")).exists();
        assertThat(local.resolve("lib/hubsh/examples/experiment.js")).exists();
        assertThat(local.resolve("lib/hubsh/docs/ci.md")).exists();

        // The same files work where there is a Java.
        ProcessRun used = run(local.resolve("lib/hubsh/bin/hubsh").toString(), "version");
        assertThat(used.out()).startsWith("hubsh 0").endsWith("\n");
        ProcessRun jar = run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                local.resolve("lib/hubsh/hubsh.jar").toString(),
                "version");
        assertThat(jar).isEqualTo(used);
        assertRemoved(machine);
    }

    @Test
    void the_archive_with_its_own_java_runs_on_a_machine_without_one() throws IOException {
        Requires.emptyRoot();
        Path archive = archive("linux-x64.tar.gz");
        Requires.file(archive, "mvn -Pdist package");
        EmptyRoot machine = machine(archive);

        ProcessRun run = machine.run(UNPACK + "hubsh-*.tar.gz" + INSTALL + " && export HUBSH_JAVA_OPTS=-XX:AOTMode=on"
                + " && hubsh version && hubsh demo -c 'execute plugin_a do_thing x=1' && hubsh js 1+1");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("\n{\"done\":\"thing\",\"x\":1}\n2\n");
        assertThat(run.exit()).isZero();
        assertRemoved(machine);
    }

    @Test
    void what_is_not_an_installation_is_neither_replaced_nor_removed() throws IOException {
        Path prefix = folder.resolve("prefix");
        Path mine = Installation.write(prefix.resolve("lib/hubsh/mine"), "x");
        for (String[] arguments : List.of(new String[] {}, new String[] {"--uninstall"})) {
            ProcessRun refused =
                    run(Stream.concat(Stream.of("../bin/install", "--prefix", prefix.toString()), Stream.of(arguments))
                            .toArray(String[]::new));
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err()).contains("lib/hubsh exists and is no hubsh; choose another --prefix");
        }
        assertThat(mine).exists();
        assertThat(run("../bin/install", "--root").err())
                .contains("expected --prefix DIR or --uninstall, found --root");
    }

    @Test
    void every_library_that_is_shipped_has_a_line_with_its_licence() throws IOException {
        String licences = Files.readString(Path.of("src/dist/licences/THIRD-PARTY.md"));
        try (Stream<Path> jars = Files.list(TARGET.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                String name = jar.getFileName().toString().replaceFirst("-[0-9][0-9.]*.*jar$", "");
                assertThat(licences).as(jar.toString()).contains("| " + name + " |");
            }
        }
    }

    private static void assertRemoved(EmptyRoot machine) throws IOException {
        assertThat(machine.run(UNINSTALL).out()).startsWith("hubsh: removed /usr/local/lib/hubsh; ");
        assertThat(machine.path().resolve("usr/local")).isEmptyDirectory();
    }

    private static Path archive(String end) throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file ->
                            file.toString().endsWith(end) && file.toString().contains("x64") == end.contains("x64"))
                    .findAny()
                    .orElse(TARGET.resolve("hubsh-" + end));
        }
    }

    private EmptyRoot machine(Path archive) throws IOException {
        EmptyRoot machine = new EmptyRoot(folder);
        Files.copy(archive, machine.path().resolve("tmp").resolve(archive.getFileName()));
        return machine;
    }

    private ProcessRun run(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("HOME", folder.toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        environment.put("HUBSH_ARCHIVE", "off");
        return ProcessRun.of(builder, folder);
    }
}
