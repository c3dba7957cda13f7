package io.github.hubsh.core.hub;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** The publish socket and its thread. A caller never waits: when the queue is full, broadcasts are lost. */
final class Broadcaster implements AutoCloseable {
    private static final int QUEUE_LENGTH = 50_000;
    private static final int CLOSE_SECONDS = 5;
    private static final Frames END = Frames.of();

    private final MessageSocket socket;
    private final BlockingQueue<Frames> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final LongAdder sent = new LongAdder();
    private final LongAdder lost = new LongAdder();

    Broadcaster(String threadName, MessageSocket socket) {
        this.socket = socket;
        Thread unused = DaemonThreads.start(threadName, this::run);
    }

    /** Queues a broadcast. Any thread may call. */
    void publish(Frames frames) {
        (queue.offer(frames) ? sent : lost).increment();
    }

    long sent() {
        return sent.sum();
    }

    long lost() {
        return lost.sum();
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
