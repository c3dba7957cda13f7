package io.github.hubsh.shell.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.store.SharedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hubs on other machines that we speak to without keys, so that a warning comes once for each, and not at each
 * start. One thread at a time.
 */
final class PlainHubs {
    private static final long MAX_SIZE = 256 << 10;
    private static final int MAX_HUBS = 1000;

    private final @Nullable SharedFile file;

    // Mutable state
    private final Set<String> warned = new LinkedHashSet<>();

    /** @param folder where it is kept, or {@code null} for nowhere */
    PlainHubs(@Nullable Path folder) {
        this.file = folder == null ? null : new SharedFile(folder.resolve("plain.txt"), MAX_SIZE);
    }

    /** Returns the warning about a hub; {@code null} if there is none, or it was given before. */
    @Nullable
    String warning(String hub, HubKeys keys) {
        if (keys.areGiven() || keys.insecure() || Endpoint.parse(hub).isLoopback() || !isNew(hub)) {
            return null;
        }
        return "what is sent to " + hub + " is not encrypted, and any machine can answer as it: use a hub with keys"
                + " (help curve), or --insecure";
    }

    private boolean isNew(String hub) {
        if (!warned.add(hub)) {
            return false;
        } else if (file == null) {
            return true;
        }
        boolean[] fresh = new boolean[1];
        try {
            file.change(before -> {
                String text = before == null ? "" : new String(before, UTF_8);
                Set<String> hubs = new LinkedHashSet<>(text.lines().toList());
                fresh[0] = hubs.size() < MAX_HUBS && hubs.add(hub);
                return (String.join("\n", hubs) + "\n").getBytes(UTF_8);
            });
            return fresh[0];
        } catch (IOException notKept) {
            return true;
        }
    }
}
