package io.github.hubsh.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class UnsentBytesTest {
    private final UnsentBytes unsent = new UnsentBytes();
    private final SlowChannel channel = new SlowChannel();

    @Test
    void bytes_leave_in_order_as_the_channel_takes_them() throws IOException {
        for (int i = 0; i < 200; i++) {
            unsent.add(ByteBuffer.wrap(Frames.bytes(i + ",")));
        }
        unsent.add(ByteBuffer.allocate(0));
        long all = unsent.size();
        channel.room = 7;
        unsent.writeTo(channel);
        assertThat(channel.taken.toString(StandardCharsets.UTF_8)).isEqualTo("0,1,2,3");
        assertThat(unsent.size()).isEqualTo(all - 7);
        assertThat(unsent.isEmpty()).isFalse();
        channel.room = Integer.MAX_VALUE;
        unsent.writeTo(channel);
        assertThat(channel.taken.toString(StandardCharsets.UTF_8))
                .hasSize((int) all)
                .endsWith("198,199,");
        assertThat(unsent.isEmpty()).isTrue();
        assertThat(unsent.size()).isZero();
    }

    /** Takes so many bytes, and then no more. */
    private static final class SlowChannel implements GatheringByteChannel {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int room;

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) {
            long before = taken.size();
            for (ByteBuffer source : sources) {
                write(source);
            }
            return taken.size() - before;
        }

        @Override
        public long write(ByteBuffer[] sources) {
            return write(sources, 0, sources.length);
        }

        @Override
        public int write(ByteBuffer source) {
            int count = 0;
            for (; room > 0 && source.hasRemaining(); room--, count++) {
                taken.write(source.get());
            }
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
