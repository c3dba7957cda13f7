package io.github.hubsh.core.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.zmtp.CurvePair;
import io.github.hubsh.core.zmtp.FrameHeader;
import io.github.hubsh.core.zmtp.FrameSealer;
import io.github.hubsh.core.zmtp.ZmtpEvent;
import io.github.hubsh.core.zmtp.ZmtpException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's side of a CURVE connection writes to a channel without I/O, and the client's side opens it. */
final class SealedOutputTest {
    private static final int LARGE = 300_000;

    private final CurvePair sides = new CurvePair();
    private final MemoryBudget budget = new MemoryBudget(MemoryBudget.MIN_BYTES);
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
    private EmbeddedChannel channel;

    @BeforeEach
    void connect() throws ZmtpException {
        sides.connect();
        sides.server.useMemory(new SealedMemory(allocator));
        FrameSealer sealer = Objects.requireNonNull(sides.server.sealer());
        channel = new EmbeddedChannel(new SealedOutput(sealer, budget));
        channel.config().setAllocator(allocator);
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
        assertThat(budget.used()).isZero();
        assertThat(allocator.metric().usedDirectMemory()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 600, 70_000, LARGE})
    void the_peer_opens_what_was_written_and_others_cannot_read_it(int length) throws ZmtpException {
        String text = "secret".repeat(length / 6);
        channel.writeOutbound(frame(text));
        byte[] sealed = written();
        assertThat(sealed).hasSizeGreaterThan(text.length());
        assertThat(new String(sealed, UTF_8)).doesNotContain("secret");
        assertThat(opened(sealed)).containsExactly(text);
    }

    @Test
    void frames_that_are_written_together_are_opened_in_their_order() throws ZmtpException {
        channel.writeOutbound(Unpooled.wrappedBuffer(frame("one"), frame("two")), frame("three"));
        assertThat(opened(written())).containsExactly("one", "two", "three");
    }

    @Test
    void a_frame_in_parts_is_written_with_its_last_part_and_each_part_is_answered_for() throws ZmtpException {
        ByteBuf whole = frame("in three parts");
        ChannelFuture first = write(whole.readRetainedSlice(1), channel.newPromise());
        ChannelFuture unused = write(whole.readRetainedSlice(5), channel.voidPromise());
        channel.flush();
        assertThat(first.isSuccess()).isTrue();
        assertThat(written()).isEmpty();
        ChannelFuture last = write(whole, channel.newPromise());
        assertThat(last.isDone()).isFalse();
        channel.flush();
        assertThat(last.isSuccess()).isTrue();
        assertThat(opened(written())).containsExactly("in three parts");
    }

    /** A message that many get is one buffer, and each peer has its own copy of it. */
    @ParameterizedTest
    @ValueSource(ints = {600, LARGE})
    void a_sealed_copy_counts_until_it_is_written_and_what_it_was_made_of_is_released(int length) {
        ByteBuf shared = frame("x".repeat(length));
        ChannelFuture one = write(shared.retainedDuplicate(), channel.newPromise());
        long size = budget.used();
        assertThat(size).isGreaterThan(length);
        ChannelFuture other = write(shared.retainedDuplicate(), channel.voidPromise());
        assertThat(budget.used()).isEqualTo(2 * size);
        assertThat(shared.refCnt()).isOne();
        shared.release();
        channel.flush();
        assertThat(one.isSuccess()).isTrue();
        assertThat(other.cause()).isNull();
        assertThat(budget.used()).isZero();
    }

    @Test
    void what_waits_when_the_channel_is_closed_counts_no_longer() {
        ChannelFuture lost = write(frame("never read"), channel.newPromise());
        assertThat(budget.used()).isPositive();
        ChannelFuture closed = channel.close();
        assertThat(closed.isSuccess()).isTrue();
        assertThat(lost.isSuccess()).isFalse();
        assertThat(lost.isDone()).isTrue();
        assertThat(budget.used()).isZero();
    }

    @Test
    void the_memory_of_an_unfinished_frame_is_given_back_with_the_connection() {
        ChannelFuture unused = write(frame("x".repeat(LARGE)).writerIndex(LARGE / 2), channel.voidPromise());
        assertThat(allocator.metric().usedDirectMemory()).isGreaterThan(LARGE);
        ChannelFuture closed = channel.close();
        assertThat(closed.isSuccess()).isTrue();
        assertThat(allocator.metric().usedDirectMemory()).isZero();
    }

    @Test
    void bytes_that_are_no_frames_fail_and_are_released() {
        ByteBuf wrong = Unpooled.wrappedBuffer(new byte[] {(byte) 0xFF, 0, 0});
        ChannelFuture failed = write(wrong, channel.newPromise());
        assertThat(failed.cause()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no frames");
        assertThat(wrong.refCnt()).isZero();
    }

    private ChannelFuture write(ByteBuf plain, ChannelPromise promise) {
        return channel.write(plain, promise);
    }

    private static ByteBuf frame(String text) {
        byte[] body = text.getBytes(UTF_8);
        FrameHeader header = FrameHeader.last(body.length);
        ByteBuffer bytes = ByteBuffer.allocate(header.bytes() + body.length);
        header.writeTo(bytes);
        return Unpooled.wrappedBuffer(bytes.put(body).flip());
    }

    /** Returns what the socket has taken. */
    private byte[] written() {
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            all.writeBytes(part);
            part.release();
        }
        return ByteBufUtil.getBytes(all);
    }

    private List<String> opened(byte[] sealed) throws ZmtpException {
        List<String> texts = new ArrayList<>();
        ByteBuffer input = ByteBuffer.wrap(sealed);
        for (ZmtpEvent event = sides.client.receive(input); event != null; event = sides.client.receive(input)) {
            texts.add(CurvePair.text(event));
        }
        return texts;
    }
}
