package io.github.hubsh.shell.script;

import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** An array to read from. */
final class ByteChannelOfArray implements SeekableByteChannel {
    private final byte[] content;

    // Mutable state
    private int at;
    private boolean open = true;

    ByteChannelOfArray(byte[] content) {
        this.content = content.clone();
    }

    @Override
    public int read(ByteBuffer target) {
        if (at >= content.length) {
            return -1;
        }
        int length = Math.min(target.remaining(), content.length - at);
        target.put(content, at, length);
        at += length;
        return length;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return at;
    }

    @Override
    public SeekableByteChannel position(long position) {
        at = (int) Math.min(position, content.length);
        return this;
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
