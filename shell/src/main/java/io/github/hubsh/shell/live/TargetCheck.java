package io.github.hubsh.shell.live;

import io.github.hubsh.core.plugin.HubUnreachableException;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whether the target of a request is registered, as the hub says. Reference hubs silently drop some requests to a
 * target that they do not know: so the hub is asked soon if the target was unknown before, and at the latest when there
 * was no reply in time. For one request; only one thread waits for its reply.
 */
final class TargetCheck {
    /** Most hubs have answered for a missing target by then. */
    static final long DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final String target;
    private final Supplier<Collection<String>> registered;

    // Mutable state
    private boolean due;
    private long askAtNanos;

    /**
     * Starts without a question.
     *
     * @param registered asks the hub for the registered names, for a short time
     */
    TargetCheck(String target, Supplier<Collection<String>> registered) {
        this.target = target;
        this.registered = registered;
    }

    /** Returns what ends a wait early if the target, unknown so far, turns out to be missing. */
    Runnable during(long now) {
        due = true;
        askAtNanos = now + DELAY_NANOS;
        return () -> waiting(System.nanoTime());
    }

    /**
     * Time has passed without a reply: asks once.
     *
     * @throws ShellException NO_SUCH_PLUGIN
     */
    void waiting(long now) {
        if (due && now - askAtNanos >= 0) {
            due = false;
            try {
                requireRegistered();
            } catch (HubUnreachableException silence) {
                // The reply may come all the same.
            }
        }
    }

    /**
     * Asks the hub.
     *
     * @throws ShellException NO_SUCH_PLUGIN
     * @throws HubUnreachableException if the hub does not answer
     */
    void requireRegistered() {
        if (!registered.get().contains(target)) {
            throw new ShellException(Problem.NO_SUCH_PLUGIN, "no such plugin is registered");
        }
    }
}
