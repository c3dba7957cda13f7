package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InterruptibleTest {
    @AfterEach
    void clearInterruption() {
        Thread.interrupted();
    }

    @Test
    void a_wait_gives_its_result() {
        assertThat(Interruptible.<String, RuntimeException>get("stopped", () -> "done"))
                .isEqualTo("done");
    }

    @Test
    void an_interrupted_wait_is_an_interruption_with_its_message() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(() -> Interruptible.get("stopped the work", new CompletableFuture<String>()::get))
                .withMessage("stopped the work")
                .matches(ShellException::isInterruption);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void an_interrupted_pause_is_an_interruption_too() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(() -> Interruptible.run("stopped", new CountDownLatch(1)::await))
                .matches(ShellException::isInterruption);
    }

    @Test
    void what_else_a_wait_throws_comes_as_it_is() {
        IllegalStateException cause = new IllegalStateException("broken");

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> Interruptible.get("stopped", CompletableFuture.failedFuture(cause)::get))
                .withCause(cause);
    }

    @Test
    void a_failure_is_no_interruption() {
        assertThat(new ShellException(Problem.TIMEOUT, "no reply").isInterruption())
                .isFalse();
    }
}
