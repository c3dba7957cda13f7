package io.github.hubsh.core.plugin;

import io.github.hubsh.core.driver.InstanceLog;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.wire.MalformedMessageException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Passes what the subscribe socket gets to its listeners. Any thread may call. */
final class BroadcastDispatcher implements BroadcastReceiver {
    private final InstanceLog log;
    private final List<Consumer<Broadcast>> listeners = new CopyOnWriteArrayList<>();
    private final List<BroadcastLossListener> lossListeners = new CopyOnWriteArrayList<>();

    BroadcastDispatcher(InstanceLog log) {
        this.log = log;
    }

    void add(Consumer<Broadcast> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<Broadcast> listener) {
        listeners.remove(listener);
    }

    void addLossListener(BroadcastLossListener listener) {
        lossListeners.add(listener);
    }

    void removeLossListener(BroadcastLossListener listener) {
        lossListeners.remove(listener);
    }

    @Override
    public void received(Frames frames) {
        try {
            Broadcast broadcast = Broadcast.of(frames);
            listeners.forEach(listener -> listener.accept(broadcast));
        } catch (MalformedMessageException e) {
            log.logger().warn("{}", e.toString());
        }
    }

    @Override
    public void lost(long count) {
        lossListeners.forEach(listener -> listener.lost(count));
    }
}
