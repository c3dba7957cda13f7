package io.github.hubsh.core.transport;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zmq.Msg;
import zmq.io.Metadata;

/** What JeroMQ decodes the frames of strangers into, in the steps of its engine: allocate, flag, tell from whom. */
final class GuardedMessagesTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int LARGE = 8 << 20;
    private static final int MAX_LARGE_FRAMES = (int) (GuardedMessages.MAX_MESSAGE_BYTES / LARGE);

    private final GuardedMessages messages = new GuardedMessages();
    private final Metadata peer = connection("127.0.0.1:5001");

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "600, 600", "8388608, 8388608", "268435457, 0", "2147483647, 0", "-1, 0"})
    void a_frame_has_the_announced_size_unless_no_frame_can_have_it(int announced, int size) {
        Msg frame = messages.allocate(announced);
        assertThat(frame.size()).isEqualTo(size);
        assertThat(frame.buf().capacity()).isEqualTo(size);
    }

    @Test
    void frames_of_a_message_keep_their_flags_and_their_origin() {
        for (int i = 0; i < 3; i++) {
            Msg first = frame(peer, 10, true);
            assertThat(first.hasMore()).isTrue();
            assertThat(first.getMetadata()).isSameAs(peer);
            Msg last = frame(peer, 10, false);
            assertThat(last.hasMore()).isFalse();
            assertThat(last.getMetadata()).isSameAs(peer);
        }
    }

    @Test
    void a_message_that_does_not_end_is_ended_at_the_most_frames_and_counting_begins_again() {
        for (int round = 0; round < 2; round++) {
            for (int i = 1; i < GuardedMessages.MAX_FRAMES; i++) {
                assertThat(frame(peer, 0, true).hasMore()).as("frame %d", i).isTrue();
            }
            assertThat(frame(peer, 0, true).hasMore()).isFalse();
        }
    }

    @Test
    void a_message_that_does_not_end_is_ended_at_the_most_bytes() {
        for (int i = 1; i < MAX_LARGE_FRAMES; i++) {
            assertThat(frame(peer, LARGE, true).hasMore()).as("frame %d", i).isTrue();
        }
        assertThat(frame(peer, LARGE, true).hasMore()).isFalse();
        assertThat(frame(peer, LARGE, true).hasMore()).isTrue();
    }

    @Test
    void the_next_message_is_counted_from_its_own_beginning() {
        for (int message = 0; message < 3; message++) {
            for (int i = 1; i < GuardedMessages.MAX_FRAMES; i++) {
                assertThat(frame(peer, 0, true).hasMore()).isTrue();
            }
            assertThat(frame(peer, 0, false).hasMore()).isFalse();
        }
    }

    @Test
    void each_connection_is_counted_by_itself() {
        Metadata other = connection("127.0.0.1:5002");
        almostFill(peer);
        assertThat(frame(other, 0, true).hasMore()).isTrue();
        frame(other, 0, false);
        assertThat(frame(peer, 0, true).hasMore()).isFalse();
    }

    /** So do two sockets of this process that are connected to one hub: its address is the only one they know. */
    @Test
    void connections_that_say_the_same_of_themselves_are_counted_apart() {
        Metadata twin = connection("127.0.0.1:5001");
        almostFill(peer);
        assertThat(frame(twin, 0, true).hasMore())
                .as("not cut by another's frames")
                .isTrue();
        frame(twin, 0, false);
        assertThat(frame(peer, 0, true).hasMore())
                .as("no new start by another's end")
                .isFalse();
    }

    @Test
    void what_a_connection_has_sent_is_forgotten_when_the_message_ends_or_the_connection_is_gone() {
        frame(peer, 0, true);
        assertThat(messages.underWay()).isOne();
        frame(peer, 0, false);
        assertThat(messages.underWay()).isZero();
        for (int i = 0; i < 100; i++) {
            frame(connection("127.0.0.1:" + i), 0, true);
        }
        assertThat(messages.underWay()).isPositive();
        eventually(() -> "held: " + messages.underWay(), this::areAllForgotten, TIMEOUT);
    }

    /** Only the collector knows that a connection is gone. */
    private boolean areAllForgotten() {
        System.gc();
        return messages.underWay() == 0;
    }

    private void almostFill(Metadata connection) {
        for (int i = 1; i < GuardedMessages.MAX_FRAMES; i++) {
            frame(connection, 0, true);
        }
    }

    private Msg frame(Metadata connection, int size, boolean more) {
        Msg frame = messages.allocate(size);
        if (more) {
            frame.setFlags(Msg.MORE);
        }
        return frame.setMetadata(connection);
    }

    private static Metadata connection(String address) {
        Metadata metadata = new Metadata();
        metadata.put(Metadata.PEER_ADDRESS, address);
        metadata.put(Metadata.SOCKET_TYPE, "DEALER");
        return metadata;
    }
}
