package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameKeysTest {
    private static final String END = "end";

    private final FakeKeys source = new FakeKeys();
    private final StringBuilder kept = new StringBuilder();
    private final FrameKeys keys = new FrameKeys(source, kept::append);

    /** A keyboard whose keys a test types. */
    private static final class FakeKeys implements KeySource {
        final BlockingQueue<String> typed = new LinkedBlockingQueue<>();
        final CountDownLatch ended = new CountDownLatch(1);
        boolean there = true;
        final AtomicInteger opened = new AtomicInteger();
        final AtomicInteger closed = new AtomicInteger();

        @Override
        public boolean open() {
            opened.incrementAndGet();
            return there;
        }

        @Override
        public @Nullable String read() throws IOException {
            try {
                String next = typed.poll(10, TimeUnit.MILLISECONDS);
                if (END.equals(next)) {
                    ended.countDown();
                    return null;
                }
                return next == null ? "" : next;
            } catch (InterruptedException stop) {
                throw new IOException(stop);
            }
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    @AfterEach
    void end() {
        keys.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "\u001b", "abq"})
    void q_and_escape_close_the_frames(String typed) {
        source.typed.addAll(List.of("a", typed));

        keys.begin();
        assertThat(isInterrupted()).isTrue();
        keys.end();

        assertThat(keys.dismissed()).isTrue();
        assertThat(kept).hasToString("a");
        assertThat(source.closed).hasValue(1);
    }

    @Test
    void what_else_is_typed_is_kept_also_an_arrow_and_alt_q() throws InterruptedException {
        source.typed.addAll(List.of("x", "\u001b[A", "\u001bq", END));

        keys.begin();
        assertThat(source.ended.await(10, TimeUnit.SECONDS)).isTrue();
        keys.end();

        assertThat(kept).hasToString("x\u001b[A\u001bq");
        assertThat(keys.dismissed()).isFalse();
    }

    @Test
    void frames_that_begin_again_are_not_dismissed() {
        source.typed.add("q");
        keys.begin();
        assertThat(isInterrupted()).isTrue();
        keys.end();

        keys.begin();
        keys.begin();

        assertThat(keys.dismissed()).isFalse();
        assertThat(source.opened).hasValue(2);
    }

    @Test
    void without_a_keyboard_there_is_nothing_to_close() {
        source.there = false;

        keys.begin();
        keys.end();

        assertThat(source.closed).hasValue(0);
    }

    /** Waits until this thread is interrupted, and clears the interruption. */
    private static boolean isInterrupted() {
        try {
            return new CountDownLatch(1).await(10, TimeUnit.SECONDS);
        } catch (InterruptedException dismissed) {
            return true;
        }
    }
}
