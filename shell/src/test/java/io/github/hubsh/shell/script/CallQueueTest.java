package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Requests of a script that wait for their hub, without a hub and without threads. */
final class CallQueueTest {
    private final List<String> happened = new ArrayList<>();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final Deque<Runnable> posted = new ArrayDeque<>();
    private final CallQueue queue = new CallQueue(threads::add, posted::add);
    private boolean joined;
    private @Nullable String refusal;

    /** A request that starts when the hub is joined. */
    private final class Sent implements Operation {
        private final String name;

        Sent(String name) {
            this.name = name;
        }

        @Override
        public String run() {
            throw new AssertionError("none of them runs on a thread of its own");
        }

        @Override
        public @Nullable Runnable start(Consumer<String> done) {
            if (name.equals("wrong")) {
                throw new ShellException(Problem.USAGE, "no such thing");
            }
            if (!joined) {
                return null;
            }
            happened.add(name);
            return () -> happened.add(name + " given up");
        }

        @Override
        public void awaitStart() {
            if (refusal != null) {
                throw new ShellException(Problem.CANNOT_CONNECT, refusal);
            }
            joined = true;
        }
    }

    private CallUnderWay start(String name) {
        return queue.start(
                new Sent(name), text -> happened.add(name + " " + text.replaceAll(".*message\":\"([^\"]*)\".*", "$1")));
    }

    /** Runs what waits for the hub, and what the script's thread has to do then. */
    private void join() {
        threads.remove().run();
        posted.remove().run();
    }

    @Test
    void what_waits_for_the_hub_leaves_in_the_order_of_the_calls() {
        start("a");
        start("b");
        start("c");
        assertThat(happened).isEmpty();
        assertThat(threads).hasSize(1);

        join();
        start("d");

        assertThat(happened).containsExactly("a", "b", "c", "d");
        assertThat(threads).isEmpty();
    }

    @Test
    void a_call_that_comes_when_the_hub_is_joined_lets_those_before_it_go_first() {
        start("a");
        threads.remove().run();
        start("b");
        assertThat(happened).isEmpty();

        posted.remove().run();

        assertThat(happened).containsExactly("a", "b");
    }

    @Test
    void all_that_wait_for_a_hub_that_is_not_there_fail_with_it() {
        start("a");
        start("b");
        refusal = "no hub";
        join();
        assertThat(happened).containsExactly("a no hub", "b no hub");

        refusal = null;
        start("c");
        join();
        assertThat(happened).containsExactly("a no hub", "b no hub", "c");
    }

    @Test
    void a_call_that_blocks_lets_those_before_it_go_first() {
        start("a");
        queue.startBefore(new Sent("blocking"));
        assertThat(happened).containsExactly("a");

        join();
        queue.startBefore(new Sent("blocking"));
        assertThat(happened).containsExactly("a");
    }

    @Test
    void a_call_that_blocks_fails_without_the_hub_and_leaves_the_others_waiting() {
        start("a");
        refusal = "no hub";

        assertThatThrownBy(() -> queue.startBefore(new Sent("blocking"))).hasMessage("no hub");

        assertThat(happened).isEmpty();
        join();
        assertThat(happened).containsExactly("a no hub");
    }

    @Test
    void a_call_that_is_given_up_before_it_leaves_never_does() {
        CallUnderWay first = start("a");
        start("b");
        first.giveUp();

        join();

        assertThat(happened).containsExactly("b");
    }

    @Test
    void with_no_call_left_the_hub_is_waited_for_no_longer_and_what_became_of_it_concerns_no_other() {
        start("a").giveUp();
        refusal = "stopped";
        Runnable stopped = threads.remove();
        start("b");
        refusal = null;
        stopped.run();

        join();

        assertThat(happened).containsExactly("b");
        assertThat(posted).isEmpty();
    }

    @Test
    void a_call_that_is_given_up_after_it_has_left_makes_room() {
        joined = true;
        start("a").giveUp();

        assertThat(happened).containsExactly("a", "a given up");
    }

    @Test
    void a_call_that_cannot_start_fails_in_its_turn() {
        start("a");
        start("wrong");
        start("b");

        join();

        assertThat(happened).containsExactly("a", "wrong no such thing", "b");
    }

    @Test
    void the_calls_beyond_those_that_may_be_under_way_start_when_others_end() {
        joined = true;
        List<CallUnderWay> calls = new ArrayList<>();
        for (int i = 0; i < CallQueue.MAX_UNDER_WAY + 3; i++) {
            calls.add(start(String.valueOf(i)));
        }
        assertThat(happened).hasSize(CallQueue.MAX_UNDER_WAY).endsWith("999");

        calls.get(7).ended();
        assertThat(happened).hasSize(CallQueue.MAX_UNDER_WAY + 1).endsWith("1000");

        calls.get(8).giveUp();
        assertThat(happened).endsWith("8 given up", "1001");
    }

    @Test
    void of_calls_that_are_all_given_up_the_newest_go_first_and_none_that_waits_is_sent() {
        joined = true;
        List<CallUnderWay> calls = new ArrayList<>();
        for (int i = 0; i < CallQueue.MAX_UNDER_WAY + 3; i++) {
            calls.add(start(String.valueOf(i)));
        }

        Collections.reverse(calls);
        calls.forEach(CallUnderWay::giveUp);

        assertThat(happened)
                .hasSize(2 * CallQueue.MAX_UNDER_WAY)
                .endsWith("1 given up", "0 given up")
                .doesNotContain("1000", "1001", "1002");
        start("next");
        assertThat(happened).endsWith("next");
    }

    @Test
    void what_became_of_the_hub_for_a_call_that_was_given_up_concerns_no_later_one() {
        CallUnderWay first = start("a");
        refusal = "no hub";
        threads.remove().run();
        first.giveUp();
        refusal = null;
        start("b");

        posted.remove().run();
        assertThat(happened).isEmpty();

        join();
        assertThat(happened).containsExactly("b");
    }
}
