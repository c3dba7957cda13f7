package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What a listener hears, in order: a {@link TimedBroadcast}, {@link MissedBroadcasts}, a {@link HubEvent}, a
 * {@link Runnable} for what happens meanwhile. Then the hub is gone.
 */
public final class ScriptedBroadcasts implements BroadcastStream {
    private final Deque<Object> script;
    private final List<HubEvent> events = new ArrayList<>();
    private MissedBroadcasts missed = MissedBroadcasts.NONE;

    public ScriptedBroadcasts(Object... script) {
        this.script = new ArrayDeque<>(Arrays.asList(script));
    }

    @Override
    public TimedBroadcast next(Duration wait) {
        Object next = script.poll();
        if (next instanceof TimedBroadcast broadcast) {
            return broadcast;
        } else if (next instanceof MissedBroadcasts lost) {
            missed = lost;
        } else if (next instanceof HubEvent event) {
            events.add(event);
        } else if (next instanceof Runnable work) {
            work.run();
        } else {
            throw new ShellException(Problem.HUB_LOST, "the hub is gone");
        }
        return null;
    }

    @Override
    public List<HubEvent> hubEvents() {
        List<HubEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    @Override
    public boolean isReady() {
        return script.peek() instanceof TimedBroadcast;
    }

    @Override
    public MissedBroadcasts missed() {
        MissedBroadcasts taken = missed;
        missed = MissedBroadcasts.NONE;
        return taken;
    }

    @Override
    public MissedBroadcasts lastMissed() {
        return missed();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
