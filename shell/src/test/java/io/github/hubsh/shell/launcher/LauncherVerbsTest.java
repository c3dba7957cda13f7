package io.github.hubsh.shell.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.app.ClassArchives;
import io.github.hubsh.shell.app.ProgramOptions;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.syntax.VerbTrait;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs and options that {@code choose_mode} of the launcher names, against the tables of the program. */
final class LauncherVerbsTest {
    /** Options that make the program print something and end. */
    private static final Set<String> ENDING = Set.of("--help", "--version");

    private static final Pattern ARGUMENT_FILE =
            Pattern.compile("@.*/(short|prompt|js|script|hub)/(short|long)\\.args");
    private static final Pattern CASE = Pattern.compile("(?m)^ +([a-z]+(?: \\| [a-z]+)*)\\)");

    private static final Pattern KIND_CHOSEN = Pattern.compile("\\bkind=([a-z]+)");
    private static final Pattern KIND_EXPLAINED = Pattern.compile("(?m)^#   ([a-z]+)  +[a-z]");
    private static final Pattern KINDS_PACKED = Pattern.compile("for kind in ([a-z ]+);");

    @TempDir
    private static Path home;

    private static Installation hubsh;
    private static String java;

    /** What the launcher chooses. */
    private record Choice(String kind, String mode, boolean endsWithoutMemory) {}

    @BeforeAll
    static void install() {
        hubsh = new Installation(home).withEmptyJars();
        Path fake = hubsh.fakeJava("java", "17");
        Installation.write(fake.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        java = fake.toString();
    }

    @Test
    void verbs_that_load_javascript_or_a_hub_get_the_archive_with_it() {
        for (VerbName verb : VerbName.typed()) {
            String script = verb == VerbName.JS ? "js" : "script";
            String kind = verb.has(VerbTrait.LOADS_JAVASCRIPT) ? script : "short";
            String own = verb.has(VerbTrait.RUNS_HUB) ? "hub" : kind;
            for (String word : words(verb)) {
                assertThat(choice(word, "x.js").kind()).as(word).isEqualTo(own);
                assertThat(choice("-c", word + " x.js").kind()).as("-c " + word).isEqualTo(kind);
            }
        }
    }

    @Test
    void verbs_that_run_long_get_the_optimising_compiler() {
        for (VerbName verb : VerbName.typed()) {
            String mode = verb.has(VerbTrait.RUNS_LONG) ? "long" : "short";
            for (String word : words(verb)) {
                assertThat(choice(word).mode()).as(word).isEqualTo(mode);
            }
        }
    }

    @Test
    void verbs_that_run_a_hub_end_when_memory_is_full() {
        for (VerbName verb : VerbName.typed()) {
            for (String word : words(verb)) {
                assertThat(choice(word).endsWithoutMemory()).as(word).isEqualTo(verb.has(VerbTrait.RUNS_HUB));
            }
        }
    }

    @Test
    void the_value_of_an_option_is_no_verb() {
        for (String name : ProgramOptions.SYNTAX.optionNames()) {
            Option option = ProgramOptions.SYNTAX.option(name);
            if (option == null || !name.startsWith("--")) {
                continue;
            }
            if (option.takesValue()) {
                assertThat(choice(name, "bench", "ping").mode()).as(name).isEqualTo("short");
                assertThat(choice(name, "ping", "bench").mode()).as(name).isEqualTo("long");
            } else {
                String mode = ENDING.contains(name) ? "short" : "long";
                assertThat(choice(name, "bench").mode()).as(name).isEqualTo(mode);
            }
        }
    }

    @Test
    void all_verbs_that_it_names_exist() {
        String script = Installation.read(hubsh.root.resolve("bin/hubsh"));
        int start = script.indexOf("choose_mode() {");
        String function = script.substring(start, script.indexOf("\n}\n", start));
        List<String> named = CASE.matcher(function)
                .results()
                .map(MatchResult::group)
                .flatMap(label -> Stream.of(label.replaceAll("[ )]", "").split("\\|")))
                .toList();
        assertThat(named).contains("js", "run", "hub", "bench");
        assertThat(VerbName.texts()).containsAll(named);
    }

    @Test
    void the_kinds_of_start_are_those_of_the_program_and_of_the_archives_to_install() {
        String script = Installation.read(hubsh.root.resolve("bin/hubsh"));
        String packed = Installation.read(Path.of("src/dist/archive.sh"));

        assertThat(words(KIND_CHOSEN, script)).hasSameElementsAs(ClassArchives.KINDS);
        assertThat(words(KIND_EXPLAINED, script)).isEqualTo(ClassArchives.KINDS);
        assertThat(words(KINDS_PACKED, packed)).isEqualTo(ClassArchives.KINDS);
    }

    private static List<String> words(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(" ")))
                .toList();
    }

    private static List<String> words(VerbName verb) {
        return Stream.concat(Stream.of(verb.text()), verb.aliases().stream()).toList();
    }

    private static Choice choice(String... arguments) {
        Map<String, String> environment = Map.of("HUBSH_JAVA_HOME", java, "HUBSH_ARCHIVE", "off");
        String out = hubsh.run(environment, arguments).out();
        List<MatchResult> files = ARGUMENT_FILE.matcher(out).results().toList();
        assertThat(files).as(out).hasSize(1);
        return new Choice(
                files.get(0).group(1), files.get(0).group(2), out.contains("\n-XX:+ExitOnOutOfMemoryError\n"));
    }
}
