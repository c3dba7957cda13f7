package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UnfinishedMessagesTest {
    private static final long BUDGET = 8 << 20;
    private static final long LIMIT = 1 << 20;

    private final MemoryBudget budget = new MemoryBudget(BUDGET);
    private final UnfinishedMessages unfinished = new UnfinishedMessages(budget, LIMIT);

    @Test
    void all_are_read_while_there_is_room() {
        List<FakeSender> senders = senders(10);
        senders.forEach(sender -> sender.grow(LIMIT / 11));
        assertThat(senders).noneMatch(sender -> sender.paused);
        assertThat(unfinished.areWaiting()).isFalse();
    }

    @Test
    void those_that_hold_more_than_their_part_wait_and_the_others_do_not() {
        FakeSender favoured = new FakeSender();
        FakeSender large = new FakeSender();
        FakeSender small = new FakeSender();
        small.grow(10);
        favoured.grow(LIMIT);
        large.grow(LIMIT);
        small.grow(10);
        assertThat(favoured.paused).isFalse();
        assertThat(large.paused).isTrue();
        assertThat(small.paused).isFalse();
    }

    @Test
    void one_may_always_finish_and_then_the_largest_is_next() {
        List<FakeSender> senders = senders(4);
        for (int i = 0; i < 4; i++) {
            senders.get(i).grow(LIMIT + i);
        }
        assertThat(senders).extracting(sender -> sender.paused).containsExactly(false, true, true, true);
        senders.get(0).finish();
        unfinished.turn();
        assertThat(senders).extracting(sender -> sender.paused).containsExactly(false, true, true, false);
    }

    @Test
    void all_are_read_again_when_there_is_room() {
        List<FakeSender> senders = senders(3);
        senders.forEach(sender -> sender.grow(LIMIT));
        senders.forEach(FakeSender::finish);
        unfinished.turn();
        assertThat(senders).noneMatch(sender -> sender.paused);
        assertThat(unfinished.areWaiting()).isFalse();
    }

    @Test
    void the_favoured_one_waits_while_the_memory_is_full_of_other_things() {
        FakeSender only = new FakeSender();
        budget.take(BUDGET);
        only.grow(LIMIT);
        assertThat(only.paused).isTrue();
        unfinished.turn();
        assertThat(only.paused).isTrue();
        budget.give(BUDGET);
        unfinished.turn();
        assertThat(only.paused).isFalse();
    }

    @Test
    void the_favoured_one_does_not_wait_for_those_that_wait_for_it() {
        List<FakeSender> senders = senders(9);
        senders.forEach(sender -> sender.grow(LIMIT));
        unfinished.turn();
        assertThat(senders.get(0).paused).isFalse();
        assertThat(senders.get(0)).isSameAs(unfinished.favoured());
        assertThat(senders.stream().filter(sender -> !sender.paused)).hasSize(1);
    }

    @Test
    void in_any_order_all_finish_and_the_budget_is_kept() {
        Random random = new Random(4242);
        long message = 3 * LIMIT;
        for (int round = 0; round < 50; round++) {
            List<FakeSender> senders = senders(1 + random.nextInt(30));
            for (int step = 0; !senders.isEmpty() && step < 100_000; step++) {
                List<FakeSender> readable =
                        senders.stream().filter(sender -> !sender.paused).toList();
                if (!readable.isEmpty()) {
                    FakeSender sender = readable.get(random.nextInt(readable.size()));
                    sender.grow(64 << 10);
                    if (sender.held >= message) {
                        sender.finish();
                        senders.remove(sender);
                    }
                }
                unfinished.turn();
                assertThat(budget.used()).isLessThanOrEqualTo(BUDGET);
            }
            assertThat(senders).isEmpty();
            assertThat(budget.used()).isZero();
        }
    }

    private List<FakeSender> senders(int count) {
        List<FakeSender> senders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            senders.add(new FakeSender());
        }
        return senders;
    }

    private final class FakeSender implements UnfinishedMessages.Sender {
        private long held;
        private boolean paused;

        void grow(long bytes) {
            budget.take(bytes);
            held += bytes;
            unfinished.changed(this, held - bytes, held);
        }

        void finish() {
            budget.give(held);
            long before = held;
            held = 0;
            unfinished.changed(this, before, 0);
        }

        @Override
        public long heldBytes() {
            return held;
        }

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            paused = false;
        }
    }
}
