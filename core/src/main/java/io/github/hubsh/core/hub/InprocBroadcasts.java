package io.github.hubsh.core.hub;

import io.github.hubsh.core.server.SharedBytes;
import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.zmtp.Octets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A PUB socket for peers in this process, and its thread. When its queue is full, broadcasts are lost. */
final class InprocBroadcasts implements BroadcastSocket {
    private static final int QUEUE_LENGTH = 50_000;
    private static final int CLOSE_SECONDS = 5;
    private static final Frames END = Frames.of();

    private final MessageSocket socket;
    private final Endpoint endpoint;
    private final BlockingQueue<Frames> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Takes a socket over and binds it. */
    InprocBroadcasts(MessageSocket socket, Endpoint endpoint) {
        this.socket = socket;
        this.endpoint = InprocRequests.bound(socket, endpoint);
        Thread unused = DaemonThreads.start("hub-" + endpoint.host(), this::run);
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public int publish(Octets topic, Supplier<List<SharedBytes>> frames) {
        List<byte[]> parts = frames.get().stream().map(SharedBytes::toArray).toList();
        return queue.offer(new Frames(parts)) ? 0 : 1;
    }

    @Override
    public void close() {
        queue.clear();
        queue.add(END);
        try {
            ended.await(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (Frames frames = queue.take(); frames.size() > 0; frames = queue.take()) {
                socket.send(frames);
            }
        } catch (InterruptedException e) {
            // this thread is interrupted only to end it
        } finally {
            socket.close();
            ended.countDown();
        }
    }
}
