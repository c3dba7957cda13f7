package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.session.io.Questions;
import io.github.hubsh.shell.word.ShellException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StandardQuestionsTest {
    @Test
    void each_answer_is_one_line_and_the_end_of_stdin_is_none() {
        ByteArrayInputStream in = new ByteArrayInputStream("fünf\n\n".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Questions questions = new StandardQuestions(in, err, () -> {});

        assertThat(questions.ask("x: ")).isEqualTo("fünf");
        assertThat(questions.ask("y: ")).isEmpty();
        assertThatThrownBy(() -> questions.ask("z: "))
                .isInstanceOfSatisfying(
                        ShellException.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(130));

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("x: y: z: ");
    }
}
