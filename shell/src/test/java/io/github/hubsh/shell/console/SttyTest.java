package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of questions to the system that it does not answer; with a terminal or without one. */
final class SttyTest {
    @ParameterizedTest
    @ValueSource(strings = {"no-such-mode", "--no-such-option", ""})
    void a_question_that_fails_has_no_answer(String argument) {
        assertThat(Stty.run(argument)).isEmpty();
    }

    @Test
    void an_interrupted_thread_gets_no_answer_to_a_wrong_question_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThat(Stty.run("no-such-mode")).isEmpty();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }
}
