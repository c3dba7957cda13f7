package io.github.hubsh.shell.script.sandbox;

import io.github.hubsh.shell.session.Contexts;
import io.github.hubsh.shell.session.HubContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contexts of the user, which a script can look at. */
record SandboxContexts(Contexts contexts) implements Contexts {
    @Override
    public Map<String, HubContext> all() {
        return contexts.all();
    }

    @Override
    public @Nullable String current() {
        return contexts.current();
    }

    @Override
    public @Nullable String previous() {
        return contexts.previous();
    }

    @Override
    public void put(HubContext context) {
        throw refused();
    }

    @Override
    public void remove(String name) {
        throw refused();
    }

    @Override
    public @Nullable String keepCurrent(String name) {
        throw refused();
    }

    private static RuntimeException refused() {
        return Permissions.refused("change contexts");
    }
}
