package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.FrameHeader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as it goes out: the same buffers for each peer that gets it. Short frames are copied behind their headers
 * once, and long ones stay where they are.
 */
final class OutgoingMessage {
    private static final int MIN_SHARED_BYTES = 256;
    private static final int HEAD_BYTES = 128;

    private final List<ByteBuf> parts = new ArrayList<>(2);

    /** Holds the frames until {@link #release}. */
    OutgoingMessage(ByteBufAllocator allocator, List<SharedBytes> frames) {
        ByteBuffer header = ByteBuffer.allocate(FrameHeader.MAX_BYTES);
        ByteBuf head = add(allocator.buffer(HEAD_BYTES));
        for (int i = 0; i < frames.size(); i++) {
            SharedBytes frame = frames.get(i);
            boolean last = i == frames.size() - 1;
            (last ? FrameHeader.last(frame.size()) : FrameHeader.more(frame.size())).writeTo(header.clear());
            head.writeBytes(header.flip());
            if (frame.size() < MIN_SHARED_BYTES) {
                frame.appendTo(head);
            } else {
                add(frame.share());
                if (!last) {
                    head = add(allocator.buffer(HEAD_BYTES));
                }
            }
        }
    }

    /** Writes the message, and does not flush. */
    void writeTo(Channel channel) {
        for (ByteBuf part : parts) {
            ChannelFuture unused = channel.write(part.retainedDuplicate(), channel.voidPromise());
        }
    }

    void release() {
        parts.forEach(ByteBuf::release);
    }

    private ByteBuf add(ByteBuf part) {
        parts.add(part);
        return part;
    }
}
