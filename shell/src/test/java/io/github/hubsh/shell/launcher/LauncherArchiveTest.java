package io.github.hubsh.shell.launcher;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.testkit.Javas;
import io.github.hubsh.shell.testkit.ProcessRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The archive of classes: made in the background, used, and never in the way. Run on every Java of this machine, as
 * each has its own ways of complaining about an archive, most of them on stdout.
 */
final class LauncherArchiveTest {
    private static final Duration TRAINED = Duration.ofSeconds(60);
    // No blanks: Java 17 does not use an archive's classes of a jar whose address has to be escaped.
    private static final String NAME = "it's+an@install";
    private static final ProcessRun HAPPY = Kind.SHORT.happy();

    /** The same for all tests: an archive fits only where it was made. */
    @TempDir
    private static Path home;

    /** Homes as they were when an archive had been made in them, packed. */
    @TempDir
    private static Path packed;

    @BeforeEach
    void theHomeIsEmpty() {
        shell("find \"$0\" -mindepth 1 -delete", home);
    }

    @AfterEach
    void whatRunsInTheBackgroundEndsBeforeItsFolderGoes() {
        eventually(new Installation(home, "none")::isAtRest, Duration.ofSeconds(60));
    }

    /** How a start of each kind begins; that of the prompt is at a terminal. */
    private enum Kind {
        SHORT("-c x"),
        SCRIPT("run x.js"),
        PROMPT("");

        private final String line;

        Kind(String line) {
            this.line = line;
        }

        ProcessRun run(Installation hubsh, String java, String options) {
            Map<String, String> environment = Map.of("HUBSH_JAVA_HOME", java, "HUBSH_JAVA_OPTS", options);
            return this == PROMPT ? hubsh.runAtTerminal(environment) : hubsh.run(environment, line.split(" "));
        }

        ProcessRun happy() {
            return new ProcessRun(0, "program [" + line.replace(" ", ", ") + "]\n", "");
        }
    }

    @ParameterizedTest
    @MethodSource("javasAndKinds")
    void the_first_start_makes_the_archive_of_its_kind_and_the_next_uses_it(String java, Kind kind) {
        Installation hubsh = trained(java, kind);
        ProcessRun run = kind.run(hubsh, java, "-Xlog:class+load:stderr");
        assertThat(run.out()).isEqualTo(kind.happy().out());
        assertThat(run.err().lines().filter(line -> line.contains("shell.app.Main ")))
                .singleElement()
                .asString()
                .contains("shared objects file");
        assertThat(hubsh.archives())
                .singleElement()
                .asString()
                .contains("/" + kind.name().toLowerCase(Locale.ROOT) + "/");
    }

    @ParameterizedTest
    @MethodSource("io.github.hubsh.shell.testkit.Javas#all")
    void each_kind_has_an_archive_of_its_own(String java) {
        Installation hubsh = trained(java);
        for (Kind kind : List.of(Kind.PROMPT, Kind.SCRIPT)) {
            int before = hubsh.archives().size();
            assertThat(kind.run(hubsh, java, "")).isEqualTo(kind.happy());
            eventually(() -> hubsh.archives().size() > before, TRAINED);
        }
        assertThat(hubsh.archives()).hasSize(Kind.values().length);
        for (Kind kind : Kind.values()) {
            assertThat(kind.run(hubsh, java, "")).isEqualTo(kind.happy());
        }
        assertThat(hubsh.archives()).hasSize(Kind.values().length);
    }

    @ParameterizedTest
    @MethodSource("javasAndKinds")
    void a_broken_archive_disturbs_no_user(String java, Kind kind) throws IOException {
        Installation hubsh = trained(java, kind);
        Path archive = hubsh.archives().get(0);
        byte[] whole = Files.readAllBytes(archive);
        breakIt(archive, Arrays.copyOf(whole, whole.length / 2));
        assertThat(kind.run(hubsh, java, "")).isEqualTo(kind.happy());
        eventually(() -> !hubsh.archives().isEmpty(), TRAINED);
        assertThat(kind.run(hubsh, java, "")).as("made again").isEqualTo(kind.happy());
        Files.delete(archive);
        assertThat(kind.run(hubsh, java, "")).as("gone").isEqualTo(kind.happy());
        eventually(() -> !hubsh.archives().isEmpty(), TRAINED);
    }

    @ParameterizedTest
    @MethodSource("io.github.hubsh.shell.testkit.Javas#all")
    void an_archive_of_any_content_disturbs_no_user(String java) throws IOException {
        Map<String, String> environment = Map.of("HUBSH_JAVA_HOME", java, "HUBSH_ARCHIVE", "off");
        for (String content : List.of("", "\0".repeat(10_000_000), "this is no archive")) {
            Installation hubsh = trained(java);
            Path archive = hubsh.archives().get(0);
            breakIt(archive, content.getBytes(StandardCharsets.UTF_8));
            assertThat(hubsh.run(environment, "-c", "x")).isEqualTo(HAPPY);
            assertThat(archive).doesNotExist();
            theHomeIsEmpty();
        }
    }

    /** As a full disk or another program might; the time of the file changes. */
    private static void breakIt(Path archive, byte[] content) throws IOException {
        Files.delete(archive);
        Files.write(archive, content);
    }

    @ParameterizedTest
    @MethodSource("io.github.hubsh.shell.testkit.Javas#all")
    void a_jar_that_changed_makes_another_archive(String java) throws IOException {
        Installation hubsh = trained(java);
        Path before = hubsh.archives().get(0);
        Files.setLastModifiedTime(hubsh.jar, FileTime.from(Instant.now().minusSeconds(1000)));
        assertThat(run(hubsh, java)).isEqualTo(HAPPY);
        eventually(() -> hubsh.archives().stream().anyMatch(file -> !file.equals(before)), TRAINED);
        assertThat(run(hubsh, java)).isEqualTo(HAPPY);
    }

    @ParameterizedTest
    @MethodSource("io.github.hubsh.shell.testkit.Javas#all")
    void a_cache_that_cannot_be_written_is_no_matter(String java) {
        Installation hubsh = new Installation(home, NAME).withProgram();
        Installation.write(hubsh.cache, "a file where the folder should be");
        assertThat(run(hubsh, java)).isEqualTo(HAPPY);
        assertThat(run(hubsh, java)).isEqualTo(HAPPY);
    }

    @ParameterizedTest
    @MethodSource("io.github.hubsh.shell.testkit.Javas#all")
    void training_that_was_killed_is_tried_again(String java) throws IOException {
        Installation hubsh = trained(java);
        Path state = hubsh.archives().get(0).resolveSibling(".").normalize();
        Files.delete(hubsh.archives().get(0));
        Installation.write(state.resolve("pending"), "1\n");
        Installation.write(state.resolve("training/pid"), "999999999\n");
        assertThat(run(hubsh, java)).isEqualTo(HAPPY);
        eventually(() -> !hubsh.archives().isEmpty(), TRAINED);
    }

    @Test
    void training_that_failed_says_why_and_is_tried_again_on_the_next_day() throws IOException {
        Installation hubsh = new Installation(home, NAME).withProgram();
        Map<String, String> environment = withoutArchive(hubsh);
        Path failed = failure(hubsh, environment);
        String today = LocalDate.now(ZoneId.systemDefault()).toString();
        assertThat(failed).content().startsWith(today + "\nto try the archive failed\n");

        Installation.write(failed, today + "\nto make the archive failed\n");
        hubsh.run(environment, "ping");
        assertThat(failed).content().contains("to make the archive failed");

        Installation.write(failed, "2020-01-31\nto make the archive failed\n");
        assertThat(failure(hubsh, environment)).content().doesNotContain("2020-01-31");
    }

    @Test
    void what_a_killed_training_wrote_after_its_end_keeps_no_other_away() throws IOException {
        Installation hubsh = new Installation(home, NAME).withProgram();
        Map<String, String> environment = withoutArchive(hubsh);
        Path failed = failure(hubsh, environment);
        Installation.write(failed, "2020-01-31\nto record the classes failed\n");
        Path late = Installation.write(failed.resolveSibling("training/hubsh/late"), "");
        Path folder = failed.resolveSibling("training");
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        assertThat(failure(hubsh, environment)).content().doesNotContain("2020-01-31");
        assertThat(late).doesNotExist();
    }

    /** Has a Java that makes no archive, as on a full disk. */
    private static Map<String, String> withoutArchive(Installation hubsh) {
        return Map.of("HUBSH_JAVA_HOME", hubsh.fakeJava("j17", "17.0.1").toString());
    }

    /** Starts the program, and returns the file that says why there is no archive. */
    private static Path failure(Installation hubsh, Map<String, String> environment) {
        hubsh.run(environment, "ping");
        eventually(() -> !failures(hubsh).isEmpty() && hubsh.isAtRest(), TRAINED);
        return failures(hubsh).get(0);
    }

    private static List<Path> failures(Installation hubsh) {
        return hubsh.cached().stream().filter(file -> file.endsWith("failed")).toList();
    }

    @ParameterizedTest
    @MethodSource("io.github.hubsh.shell.testkit.Javas#all")
    void many_first_starts_at_once_are_all_well_and_leave_one_archive(String java) {
        Installation hubsh = new Installation(home, NAME).withProgram();
        List<CompletableFuture<ProcessRun>> runs = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> run(hubsh, java)))
                .limit(8)
                .toList();
        assertThat(runs).allSatisfy(run -> assertThat(run.join()).isEqualTo(HAPPY));
        eventually(
                () -> "no archive but " + hubsh.cached(), () -> hubsh.archives().size() == 1, TRAINED);
        assertThat(run(hubsh, java)).isEqualTo(HAPPY);
    }

    @ParameterizedTest
    @MethodSource("io.github.hubsh.shell.testkit.Javas#all")
    void what_lay_there_before_each_kind_had_a_folder_is_removed(String java) {
        Installation hubsh = trained(java);
        Path archive = hubsh.archives().get(0);
        Path before = archive.getParent().getParent();
        for (String name : List.of("1.aot", "1.aot.time", "2.jsa", "2.jsa.time", "short.args", "choice", "jar.time")) {
            Installation.write(before.resolve(name), "of an older version");
        }
        assertThat(Kind.SCRIPT.run(hubsh, java, "")).isEqualTo(Kind.SCRIPT.happy());
        eventually(() -> hubsh.archives().size() == 2, TRAINED);
        assertThat(before.toFile().list()).containsExactlyInAnyOrder("short", "script", "root");
        assertThat(archive).exists();
    }

    private Installation trained(String java) {
        return trained(java, Kind.SHORT);
    }

    /** Making an archive is slow, so it is made once, and put back as it was for each further test. */
    private Installation trained(String java, Kind kind) {
        Path pack = packed.resolve(java.replace('/', '+') + kind);
        if (Files.exists(pack)) {
            shell("tar -C \"$0\" -xpf \"$1\"", home, pack);
            return new Installation(home, NAME);
        }
        Installation hubsh = new Installation(home, NAME).withProgram();
        assertThat(kind.run(hubsh, java, "")).isEqualTo(kind.happy());
        eventually(
                () -> "no archive but " + hubsh.cached(),
                () -> !hubsh.archives().isEmpty(),
                TRAINED);
        assertThat(kind.run(hubsh, java, "")).isEqualTo(kind.happy());
        shell("tar -C \"$0\" --format=posix -cf \"$1\" .", home, pack);
        return hubsh;
    }

    private static void shell(String command, Path... arguments) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", command));
        Stream.of(arguments).map(Path::toString).forEach(words::add);
        assertThat(ProcessRun.of(new ProcessBuilder(words), packed).exit())
                .as(command)
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("io.github.hubsh.shell.testkit.Javas#all")
    void a_user_that_wants_no_archive_gets_none(String java) {
        Installation hubsh = new Installation(home, NAME).withProgram();
        for (int i = 0; i < 2; i++) {
            Map<String, String> environment = Map.of("HUBSH_JAVA_HOME", java, "HUBSH_ARCHIVE", "off");
            assertThat(hubsh.run(environment, "ping").out()).isEqualTo("program [ping]\n");
            assertThat(hubsh.cached()).noneMatch(file -> file.toString().matches(".*(/training/.*|\\.aot|\\.jsa)"));
        }
        // One that is wanted later can still be made.
        assertThat(hubsh.cached()).anyMatch(file -> file.endsWith("pending"));
        theHomeIsEmpty();
    }

    private static ProcessRun run(Installation hubsh, String java) {
        return Kind.SHORT.run(hubsh, java, "");
    }

    static Stream<Arguments> javasAndKinds() {
        return Javas.all().flatMap(java -> Stream.of(Kind.values()).map(kind -> Arguments.of(java, kind)));
    }
}
