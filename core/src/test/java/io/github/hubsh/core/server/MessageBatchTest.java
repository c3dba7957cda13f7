package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MessageBatchTest {
    private static final ByteBufAllocator ALLOCATOR = UnpooledByteBufAllocator.DEFAULT;
    private static final long MAX_ANSWER_BYTES = 1 << 20;

    private final MemoryBudget budget = new MemoryBudget(MemoryBudget.MIN_BYTES);
    private final Gate gate = new Gate();
    private final PeerPendingBytes pendingBytes = new PeerPendingBytes(MAX_ANSWER_BYTES, gate, (task, nanos) -> {});

    /** Counts. */
    private static final class Gate implements InputGate {
        private int paused;

        @Override
        public void pause() {
            paused++;
        }

        @Override
        public void resume() {
            paused--;
        }
    }

    @Test
    void messages_stand_one_behind_the_other_as_on_the_wire() {
        MessageBatch batch = new MessageBatch(ALLOCATOR, budget, 10);
        add(batch, List.of(SharedBytes.EMPTY, SharedBytes.of((byte) 7, (byte) 8)));
        add(batch, List.of(SharedBytes.of(new byte[256])));
        byte[] written = ByteBufUtil.getBytes(batch.buffer());
        assertThat(written).hasSize(6 + 9 + 256).startsWith(1, 0, 0, 2, 7, 8, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0);
        end(batch);
    }

    @Test
    void it_has_room_up_to_its_maximum() {
        MessageBatch batch = new MessageBatch(ALLOCATOR, budget, 10);
        List<SharedBytes> message = List.of(SharedBytes.of(new byte[4000]));
        int count = 0;
        while (batch.hasRoom(MessageBatch.size(message))) {
            add(batch, message);
            count++;
        }
        assertThat(count).isEqualTo((64 << 10) / 4009);
        assertThat(batch.size()).isEqualTo(count * 4009);
        end(batch);
    }

    @Test
    void its_memory_is_counted_until_it_is_written() {
        MessageBatch batch = new MessageBatch(ALLOCATOR, budget, 10);
        add(batch, List.of(SharedBytes.of(new byte[4000])));
        assertThat(budget.used()).isBetween(4000L, 6000L);
        end(batch);
    }

    @Test
    void each_message_waits_on_its_own_account_until_the_batch_is_written() {
        PeerPendingBytes others = new PeerPendingBytes(MAX_ANSWER_BYTES, new Gate(), (task, nanos) -> {});
        MessageBatch batch = new MessageBatch(ALLOCATOR, budget, 10);
        List<SharedBytes> message = List.of(SharedBytes.of(new byte[1000]));
        pendingBytes.requests().add(PeerPendingBytes.MAX_PENDING_BYTES - 2 * MessageBatch.size(message));
        batch.add(message, MessageBatch.size(message), pendingBytes.requests());
        batch.add(message, MessageBatch.size(message), others.requests());
        batch.add(message, MessageBatch.size(message), null);
        assertThat(gate.paused).isZero();
        batch.add(message, MessageBatch.size(message), pendingBytes.requests());
        assertThat(gate.paused).isOne();
        pendingBytes.requests().remove(PeerPendingBytes.MAX_PENDING_BYTES - 2 * MessageBatch.size(message));
        end(batch);
        assertThat(gate.paused).isZero();
    }

    private static void add(MessageBatch batch, List<SharedBytes> frames) {
        batch.add(frames, MessageBatch.size(frames), null);
    }

    private void end(MessageBatch batch) {
        batch.finish();
        batch.buffer().release();
        assertThat(budget.used()).isZero();
    }
}
