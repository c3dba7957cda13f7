package io.github.hubsh.core.transport;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.FakeTransport.FakeSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One socket, one thread: turn by turn, and with the thread. */
final class SocketLoopTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final FakeSocket socket = new FakeSocket(SocketType.ROUTER, (same, frames) -> Delivery.SENT);
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private long wait;
    private final SocketLoop loop = new SocketLoop("loop", socket, new Events(), failures::add);

    @Test
    void a_turn_runs_what_was_posted_and_then_hands_on_one_message() {
        socket.arrive(new byte[] {1});
        socket.arrive(new byte[] {2});
        loop.post(() -> events.add("first"));
        loop.post(() -> events.add("second"));
        loop.turn();
        assertThat(events).containsExactly("first", "second", "idle", "message 1");
        loop.turn();
        assertThat(events).containsExactly("first", "second", "idle", "message 1", "idle", "message 2");
    }

    @Test
    void what_a_task_posts_is_run_in_the_same_turn() {
        loop.post(() -> loop.post(() -> events.add("inner")));
        loop.turn();
        assertThat(events).startsWith("inner");
    }

    @Test
    void what_a_task_or_the_receiver_throws_is_passed_on_and_the_loop_continues() {
        loop.post(() -> {
            throw new IllegalStateException("task");
        });
        loop.post(() -> events.add("next"));
        loop.turn();
        assertThat(events).startsWith("next");

        socket.arrive(new byte[] {-1});
        loop.turn();
        loop.turn();
        assertThat(failures).extracting(Throwable::getMessage).containsExactly("task", "message");
    }

    @Test
    void a_receiver_that_fails_between_messages_is_passed_on_and_messages_still_come() {
        wait = -1;
        socket.arrive(new byte[] {7});
        loop.turn();
        assertThat(failures).extracting(Throwable::getMessage).containsExactly("idle");
        assertThat(events).containsExactly("message 7");
    }

    @Test
    void a_deadline_before_the_end_of_the_wait_wakes_the_loop_and_a_later_one_does_not() {
        wait = Duration.ofMinutes(30).toNanos();
        socket.beforeReceiving(() -> {
            loop.wakeWithin(Duration.ofHours(1).toNanos());
            socket.arrive(new byte[] {1});
        });
        loop.turn();
        assertThat(events).containsExactly("idle", "message 1");
        socket.beforeReceiving(() -> {
            loop.wakeWithin(Duration.ofMinutes(1).toNanos());
            socket.arrive(new byte[] {2});
        });
        loop.turn();
        assertThat(events).endsWith("message 1", "idle");
    }

    @Test
    void a_deadline_wakes_a_loop_that_waits_for_ever() {
        wait = Long.MAX_VALUE;
        socket.beforeReceiving(() -> loop.wakeWithin(Duration.ofHours(1).toNanos()));
        loop.turn();
        assertThat(events).containsExactly("idle");
    }

    @Test
    void an_error_costs_one_message_and_neither_the_thread_nor_the_time_outs() {
        loop.start();
        socket.arrive(new byte[] {-2});
        loop.post(() -> {
            throw new OutOfMemoryError("task");
        });
        socket.arrive(new byte[] {3});
        eventually(() -> events.contains("message 3"), TIMEOUT);
        assertThat(failures).extracting(Throwable::getMessage).containsExactlyInAnyOrder("task", "message");
        events.clear();
        socket.wake();
        eventually(() -> events.contains("idle"), TIMEOUT);
        loop.close();
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void a_socket_that_fails_to_receive_for_want_of_memory_is_asked_again() {
        AtomicInteger received = new AtomicInteger();
        socket.beforeReceiving(() -> {
            if (received.incrementAndGet() == 1) {
                throw new OutOfMemoryError("Java heap space");
            }
        });
        loop.start();
        socket.arrive(new byte[] {4});
        eventually(() -> events.contains("message 4"), TIMEOUT);
        assertThat(failures).extracting(Throwable::getMessage).containsExactly("Java heap space");
        loop.close();
    }

    @Test
    void a_report_that_fails_too_ends_nothing() {
        SocketLoop careless = new SocketLoop("loop", socket, new Events(), failure -> {
            throw new OutOfMemoryError("report");
        });
        socket.arrive(new byte[] {-1});
        careless.turn();
        socket.arrive(new byte[] {5});
        careless.turn();
        assertThat(events).contains("message 5");
    }

    @Test
    void a_send_reports_on_the_thread_of_the_socket_what_became_of_it() {
        loop.start();
        List<String> threads = new CopyOnWriteArrayList<>();
        loop.send(
                Frames.of(new byte[] {5}),
                delivery -> threads.add(Thread.currentThread().getName() + delivery));
        eventually(() -> threads.equals(List.of("loopSENT")), TIMEOUT);
        assertThat(socket.sent()).hasSize(1);
        loop.close();
    }

    @Test
    void on_its_own_thread_a_task_is_run_at_once() {
        loop.start();
        loop.post(() -> {
            loop.execute(() -> events.add("inner"));
            events.add("outer");
        });
        loop.close();
        assertThat(events.stream().filter(event -> !event.equals("idle"))).containsExactly("inner", "outer");
    }

    @Test
    void what_was_posted_before_the_end_is_still_run_and_then_the_socket_is_closed() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        loop.start();
        loop.post(() -> await(busy));
        loop.post(() -> events.add(socket.isClosed() ? "too late" : "in time"));
        Thread closer = new Thread(loop::close);
        closer.start();
        busy.countDown();
        closer.join(TIMEOUT.toMillis());
        assertThat(events).contains("in time");
        assertThat(socket.isClosed()).isTrue();
        assertThat(failures).isEmpty();
    }

    @Test
    void a_loop_may_end_itself() {
        loop.start();
        loop.post(loop::close);
        eventually(socket::isClosed, TIMEOUT);
    }

    @Test
    void a_loop_that_never_began_closes_its_socket_too() {
        loop.close();
        assertThat(socket.isClosed()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final class Events implements SocketLoop.Receiver {
        @Override
        public void received(Frames frames) {
            if (frames.get(0)[0] < 0) {
                if (frames.get(0)[0] == -2) {
                    throw new OutOfMemoryError("message");
                }
                throw new IllegalStateException("message");
            }
            events.add("message " + frames.get(0)[0]);
        }

        @Override
        public long idle() {
            if (wait < 0) {
                throw new IllegalStateException("idle");
            }
            events.add("idle");
            return Thread.currentThread().getName().equals("loop") ? Long.MAX_VALUE : wait;
        }
    }
}
