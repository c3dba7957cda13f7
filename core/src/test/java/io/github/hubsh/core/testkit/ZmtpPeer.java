package io.github.hubsh.core.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;

/** A plain TCP connection that speaks just enough ZMTP 3.0 to misbehave at any point of it. */
public final class ZmtpPeer implements AutoCloseable {
    private static final int GREETING_BYTES = 64;
    private static final int MORE = 1;
    private static final int LONG = 2;
    private static final int COMMAND = 4;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Socket socket;

    private ZmtpPeer(String uri) {
        try {
            URI address = URI.create(uri);
            socket = new Socket(InetAddress.getByName(address.getHost()), address.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects, and sends nothing. */
    public static ZmtpPeer connect(String uri) {
        return new ZmtpPeer(uri);
    }

    /** Connects and exchanges greetings. */
    public static ZmtpPeer greet(String uri) throws IOException {
        ZmtpPeer peer = connect(uri);
        peer.write(greeting());
        peer.socket.getInputStream().readNBytes(GREETING_BYTES);
        return peer;
    }

    /** Connects and shakes hands by the NULL mechanism. */
    public static ZmtpPeer handshake(String uri, String socketType, String identity) throws IOException {
        ZmtpPeer peer = greet(uri);
        byte[] ready = ready(socketType, identity);
        peer.write(new byte[] {COMMAND, (byte) ready.length});
        peer.write(ready);
        int flags = peer.socket.getInputStream().read();
        int size = peer.socket.getInputStream().read();
        if (flags != COMMAND || peer.socket.getInputStream().readNBytes(size).length != size) {
            throw new IOException("no READY but flags " + flags);
        }
        return peer;
    }

    /** The first bytes that a peer sends. */
    public static byte[] greeting() {
        ByteBuffer greeting = ByteBuffer.allocate(GREETING_BYTES);
        greeting.put((byte) 0xFF).position(9);
        greeting.put((byte) 0x7F).put((byte) 3).put((byte) 0).put("NULL".getBytes(US_ASCII));
        return greeting.array();
    }

    /** Writes, or does nothing once the other side has hung up, which it may do. */
    public boolean write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Announces a frame of this size, and sends none of it. */
    public boolean announce(long size) {
        return write(ByteBuffer.allocate(9).put((byte) LONG).putLong(size).array());
    }

    /** Writes short frames of a message that has more frames. */
    public boolean writeMoreFrames(int count, byte[] content) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            frames.write(MORE);
            frames.write(content.length);
            frames.writeBytes(content);
        }
        return write(frames.toByteArray());
    }

    /** Writes one frame, the last of its message. */
    public boolean writeFrame(byte[] content) {
        return write(new byte[] {0, (byte) content.length}) && write(content);
    }

    /** Returns all that the other side says before it hangs up; fails if it never does. */
    public byte[] readUntilHungUp() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(read);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the other side does not hang up", e);
        } catch (SocketException e) {
            // reset: also a way to hang up
        }
        return read.toByteArray();
    }

    /** Reads all that comes until either side closes, and returns how many bytes that was. */
    public long countUntilClosed() {
        byte[] buffer = new byte[64 << 10];
        long count = 0;
        try {
            socket.setSoTimeout(0);
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                count += n;
            }
        } catch (IOException e) {
            // closed
        }
        return count;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ready(String socketType, String identity) {
        ByteBuffer ready = ByteBuffer.allocate(200);
        ready.put((byte) 5).put("READY".getBytes(US_ASCII));
        property(ready, "Socket-Type", socketType);
        property(ready, "Identity", identity);
        byte[] bytes = new byte[ready.position()];
        ready.flip().get(bytes);
        return bytes;
    }

    private static void property(ByteBuffer command, String name, String value) {
        command.put((byte) name.length()).put(name.getBytes(US_ASCII));
        command.putInt(value.length()).put(value.getBytes(US_ASCII));
    }
}
