package io.github.hubsh.shell.session;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contexts of the user, and which one is in use. Throws what {@link Configuration} throws. */
public interface Contexts {
    /** Returns the contexts by their names, in the order made. */
    Map<String, HubContext> all();

    /** Returns the name of the context that this session uses, or {@code null}. */
    @Nullable
    String current();

    /** Returns the context that was current before, {@link HubContext#NONE} if none was; or {@code null}. */
    @Nullable
    String previous();

    /** Keeps a context, instead of one of the same name. */
    void put(HubContext context);

    /** Forgets a context. */
    void remove(String name);

    /**
     * Makes a context, or {@link HubContext#NONE}, the current one of later runs.
     *
     * @return the origin of a setting that still leads those to another hub, or {@code null}
     */
    @Nullable
    String keepCurrent(String name);
}
