package io.github.hubsh.shell.session;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The context and the plugin that a session has chosen, and the contexts that it can choose from. Thread-safe. */
public final class ContextInUse {
    // Mutable state, guarded by this
    private @Nullable HubContext context;
    private List<String> names = List.of();
    private @Nullable String focus;

    /** Returns the context in use, wherever the session is connected to; or {@code null}. */
    public synchronized @Nullable HubContext current() {
        return context;
    }

    /** Returns the context in use if it is the one of that hub, else {@code null}. */
    public synchronized @Nullable HubContext at(@Nullable String uri) {
        return context != null && context.uri().equals(uri) ? context : null;
    }

    public synchronized void use(@Nullable HubContext used) {
        context = used;
    }

    /** Returns the names of all contexts, as they were last known. */
    public synchronized List<String> names() {
        return names;
    }

    public synchronized void setNames(Collection<String> known) {
        names = List.copyOf(known);
    }

    /** Returns the plugin that {@code .command} is for, or {@code null}; the prompt shows it. */
    public synchronized @Nullable String focus() {
        return focus;
    }

    public synchronized void setFocus(@Nullable String plugin) {
        focus = plugin;
    }
}
