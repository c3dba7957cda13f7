package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScriptTurnTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicInteger interruptions = new AtomicInteger();

    @Test
    void work_is_interrupted_when_its_time_is_over_and_again_while_it_goes_on() {
        ScriptTurn turn = turn(Duration.ofSeconds(10), interruptions::incrementAndGet);
        long now = System.nanoTime();

        turn.look(now + 9 * SECOND);
        assertThat(interruptions).hasValue(0);

        turn.look(now + 11 * SECOND);
        turn.look(now + 11 * SECOND + 1);
        assertThat(interruptions).hasValue(1);

        turn.look(now + 12 * SECOND);
        assertThat(interruptions).hasValue(2);
        assertThat(turn.end()).isTrue();
    }

    @Test
    void work_that_has_ended_is_not_interrupted() {
        ScriptTurn turn = turn(Duration.ofSeconds(10), interruptions::incrementAndGet);

        assertThat(turn.end()).isFalse();
        turn.look(System.nanoTime() + 20 * SECOND);

        assertThat(interruptions).hasValue(0);
    }

    @Test
    void work_ends_after_an_interruption_that_is_on_its_way() throws Exception {
        CountDownLatch interrupting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        ScriptTurn turn = turn(Duration.ZERO, () -> {
            interrupting.countDown();
            awaitQuietly(goOn);
            interrupted.set(true);
        });
        Thread watching = new Thread(() -> turn.look(System.nanoTime() + SECOND));
        AtomicBoolean seen = new AtomicBoolean();
        Thread ending = new Thread(() -> seen.set(turn.end() && interrupted.get()));

        watching.start();
        interrupting.await();
        ending.start();
        while (ending.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        ending.join();
        watching.join();

        assertThat(seen).isTrue();
    }

    @Test
    void work_that_was_woken_from_a_wait_has_time_to_clean_up_and_is_woken_again_then() {
        ScriptTurn turn = turn(Duration.ofSeconds(10), interruptions::incrementAndGet);
        long now = System.nanoTime();

        turn.look(now + 11 * SECOND);
        turn.notice();
        turn.look(now + 12 * SECOND);
        turn.look(now + 16 * SECOND);
        assertThat(interruptions).hasValue(1);

        turn.look(now + 18 * SECOND);
        assertThat(interruptions).hasValue(2);
        assertThat(turn.end()).isTrue();
    }

    @Test
    void a_stop_ends_the_time_of_work_at_once_but_not_of_a_clean_up() {
        ScriptTurn work = turn(Duration.ofHours(1), interruptions::incrementAndGet);
        ScriptTurn cleanUp = new ScriptTurn(Duration.ofHours(1), true, interruptions(interruptions::incrementAndGet));

        cleanUp.stop();
        cleanUp.look(System.nanoTime());
        assertThat(interruptions).hasValue(0);

        work.stop();
        work.look(System.nanoTime());
        assertThat(interruptions).hasValue(1);
    }

    private ScriptTurn turn(Duration limit, Runnable interrupt) {
        return new ScriptTurn(limit, false, interruptions(interrupt));
    }

    private ScriptTurn.Interruptions interruptions(Runnable interrupt) {
        return new ScriptTurn.Interruptions() {
            @Override
            public void wake() {
                interrupt.run();
            }

            @Override
            public void cut() {
                interrupt.run();
            }
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
