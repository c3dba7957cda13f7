package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.Statement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static String words(String line) {
        Statement statement = LineParser.parse(line).get(0);
        assertThat(statement.arguments().operandCount()).isEqualTo(1);
        return statement.verb().syntax().name() + " " + statement.arguments().operand(0);
    }
}
