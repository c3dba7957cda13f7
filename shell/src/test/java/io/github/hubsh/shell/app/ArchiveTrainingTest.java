package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a training run does, by the kind of start. */
final class ArchiveTrainingTest {
    private static final Path FOLDER = Path.of("/a folder/with \"quotes\" and $name");

    @Test
    void a_short_start_sends_a_request_and_a_prompt_has_no_arguments() {
        assertThat(ArchiveTraining.programArguments("short", FOLDER)).first().isEqualTo("execute");
        assertThat(ArchiveTraining.programArguments("prompt", FOLDER)).isEmpty();
        assertThat(ArchiveTraining.programArguments("hub", FOLDER)).containsExactly("demo", "tcp://127.0.0.1:*");
    }

    @Test
    void a_line_of_javascript_is_no_file() {
        assertThat(ArchiveTraining.programArguments("js", FOLDER)).startsWith("-c", "js 1 + 1");
    }

    @Test
    void a_start_with_javascript_runs_files_of_any_folder() {
        List<String> arguments = ArchiveTraining.programArguments("script", FOLDER);
        assertThat(arguments).startsWith("-c").hasSize(4);
        assertThat(words(arguments.get(1))).isEqualTo("run " + FOLDER + "/run.mjs");
        assertThat(words(arguments.get(3))).isEqualTo("test " + FOLDER + "/test.mjs");
    }

    @Test
    void every_kind_of_start_is_trained() {
        for (String kind : ClassArchives.KINDS) {
            assertThatCode(() -> ArchiveTraining.programArguments(kind, FOLDER))
                    .as(kind)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void another_kind_is_a_mistake_of_the_launcher() {
        assertThatThrownBy(() -> ArchiveTraining.programArguments("long", FOLDER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no kind of start: long");
    }

    /** A script in the place of the program writes down what it was started with. */
    @Test
    void the_program_gets_the_arguments_of_its_kind_and_the_hub_and_its_exit_code_is_that_of_the_training(
            @TempDir Path folder) throws IOException, InterruptedException {
        String script = "{ pwd; echo \"$HUBSH_HUB\"; echo \"$XDG_STATE_HOME\"; echo \"$@\"; } >\"$0\"; exit 7";
        Path seen = folder.resolve("seen");

        int status =
                ArchiveTraining.run(List.of("js", folder.toString(), "sh", "-c", script, seen.toString(), "--option"));

        assertThat(status).isEqualTo(7);
        assertThat(Files.readAllLines(seen))
                .hasSize(4)
                .startsWith("/")
                .endsWith(folder.toString(), "--option -c js 1 + 1 -c js hub.ping()")
                .element(1)
                .asString()
                .startsWith("tcp://");
    }

    /** A script in the place of the prompt: it has a terminal, and reads what is typed at it. */
    @ParameterizedTest
    @ValueSource(strings = {"prompt", "hub"})
    void at_a_prompt_it_types_a_request_and_leaves(String kind, @TempDir Path folder)
            throws IOException, InterruptedException {
        String script = """
            test -t 0 && test -t 1 && test -t 2 || exit 1
            echo 'demo> '
            read -r request
            echo done
            read -r more && exit 2
            echo "$TERM $request" >"$0"
            exit 5
            """;
        Path seen = folder.resolve("seen");

        int status = ArchiveTraining.run(List.of(kind, folder.toString(), "sh", "-c", script, seen.toString()));

        assertThat(status).isEqualTo(5);
        assertThat(seen).hasContent("xterm-256color exe\tplugin_a do_thing x=1");
    }

    private static String words(String line) {
        Statement statement = LineParser.parse(line).get(0);
        assertThat(statement.arguments().operandCount()).isEqualTo(1);
        return statement.verb().syntax().name() + " " + statement.arguments().operand(0);
    }
}
