package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;

/**
 * A whole frame of a message that was sealed.
 *
 * @param buffer holds the frame, and nothing else of the connection; from now on the caller's
 * @param piece where the frame stands in that buffer
 */
public record OpenedBytes(ByteBuffer buffer, FrameBytes piece) implements ZmtpEvent {}
