package io.github.hubsh.core.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** What the loops of a hub and of a plugin share, without a socket or a thread. */
final class MachineDriverTest {
    private final ManualClock clock = new ManualClock();
    private final AtomicLong machine = new AtomicLong(Long.MAX_VALUE);
    private final Handlers handlers = new Handlers().add("ping", call -> "pong");
    private final ExecuteRequest ping = clock.messages().executeRequest("a", "b", "ping", Payload.NONE);
    private final List<Handlers.Outcome> outcomes = new ArrayList<>();
    private final Threads inOrder = new Threads(false);

    @Test
    void time_begins_when_the_driver_is_made() {
        clock.advance(1000);
        MachineDriver<AtomicLong> driver = driver(MachineDriver.Role.HUB, new Threads(true));
        assertThat(driver.now()).isZero();
        clock.advance(5);
        assertThat(driver.<Long>decideNow((same, now) -> now)).isEqualTo(5);
    }

    @Test
    void a_decision_is_taken_under_the_lock_of_the_machine() {
        MachineDriver<AtomicLong> driver = driver(MachineDriver.Role.HUB, new Threads(true));
        assertThat(driver.<Boolean>decide(Thread::holdsLock)).isTrue();
        assertThat(driver.<Boolean>decideNow((same, now) -> Thread.holdsLock(same)))
                .isTrue();
        driver.change(same -> assertThat(Thread.holdsLock(same)).isTrue());
        driver.nanosUntil(same -> {
            assertThat(Thread.holdsLock(same)).isTrue();
            return 0;
        });
    }

    @Test
    void the_time_until_a_deadline_is_never_negative_and_endless_for_none() {
        MachineDriver<AtomicLong> driver = driver(MachineDriver.Role.HUB, new Threads(true));
        clock.advance(10);
        assertThat(driver.nanosUntil(AtomicLong::get)).isEqualTo(Long.MAX_VALUE);
        machine.set(25);
        assertThat(driver.nanosUntil(AtomicLong::get)).isEqualTo(15);
        machine.set(3);
        assertThat(driver.nanosUntil(AtomicLong::get)).isZero();
    }

    @Test
    void a_request_is_run_outside_the_lock_of_the_machine() {
        MachineDriver<AtomicLong> driver = driver(MachineDriver.Role.PLUGIN, new Threads(true));
        handlers.add("ping", call -> Thread.holdsLock(machine));
        driver.execute(ping, outcomes::add);
        driver.executeHere(ping, outcomes::add);
        assertThat(outcomes).hasSize(2).hasOnlyElementsOfType(Handlers.Result.class);
        assertThat(outcomes.get(0)).isEqualTo(outcomes.get(1));
    }

    @Test
    void a_request_that_no_thread_takes_is_answered_busy() {
        driver(MachineDriver.Role.HUB, new Threads(false)).execute(ping, outcomes::add);
        driver(MachineDriver.Role.PLUGIN, new Threads(false)).execute(ping, outcomes::add);
        assertThat(outcomes)
                .extracting(outcome -> ((Handlers.Failure) outcome).error())
                .extracting(error -> error.name() + ": " + error.value())
                .containsExactly("Busy: The hub is busy: try again.", "Busy: The plugin is busy: try again.");
    }

    @Test
    void closing_ends_the_handler_threads() {
        Threads threads = new Threads(true);
        driver(MachineDriver.Role.HUB, threads).close();
        assertThat(threads.isShutdown()).isTrue();
        assertThat(inOrder.isShutdown()).isTrue();
    }

    @Test
    void a_command_in_order_has_a_thread_of_its_own_and_its_outcome_is_passed_on_when_it_is_there() {
        CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
        handlers.addInOrder("ping", Payload.TEXT, null, call -> result);
        MachineDriver<AtomicLong> driver = new MachineDriver<>(
                MachineDriver.Role.PLUGIN,
                machine,
                handlers,
                new Threads(false),
                new Threads(true),
                new DropLog(getClass(), Level.DEBUG),
                clock::nanos);

        driver.execute(ping, outcomes::add);
        assertThat(outcomes).isEmpty();
        result.complete("pong");

        assertThat(outcomes).hasSize(1).hasOnlyElementsOfType(Handlers.Result.class);
    }

    private MachineDriver<AtomicLong> driver(MachineDriver.Role role, Threads threads) {
        return new MachineDriver<>(
                role, machine, handlers, threads, inOrder, new DropLog(getClass(), Level.DEBUG), clock::nanos);
    }

    /** Runs every task at once on the calling thread, or takes none. */
    private static final class Threads extends AbstractExecutorService {
        private final boolean free;
        private boolean ended;

        Threads(boolean free) {
            this.free = free;
        }

        @Override
        public void execute(Runnable task) {
            if (!free) {
                throw new RejectedExecutionException();
            }
            task.run();
        }

        @Override
        public void shutdown() {
            ended = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            shutdown();
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return ended;
        }

        @Override
        public boolean isTerminated() {
            return ended;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return ended;
        }
    }
}
