package io.github.hubsh.shell.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.hub.HubPorts;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.knowledge.KnowledgeFile;
import io.github.hubsh.shell.store.SharedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The command and publish ports that a hub had when it ran last, in one file for each address. A hub that is started
 * again takes the same ones, and its plugins, which know only these, come back by themselves.
 */
final class LastPorts {
    private static final long MAX_SIZE = 4096;

    private final @Nullable Path folder;

    /**
     * Names the folder.
     *
     * @param folder {@code null} where there is no home to keep anything in
     */
    LastPorts(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Returns the ports of the hub at {@code uri}; any where nothing is known. */
    HubPorts of(Endpoint uri) {
        SharedFile file = file(uri);
        try {
            byte[] content = file == null ? null : file.read();
            return content != null && Json.parse(content) instanceof Map<?, ?> ports
                    ? new HubPorts(port(ports, "command"), port(ports, "publish"), HubPorts.Rule.PREFERRED)
                    : HubPorts.ANY;
        } catch (IOException | ContentException | IllegalArgumentException unreadable) {
            ignore(uri, unreadable);
            return HubPorts.ANY;
        }
    }

    /** Keeps the ports of the hub at {@code uri}. */
    void keep(Endpoint uri, int command, int publish) {
        SharedFile file = file(uri);
        try {
            if (file != null) {
                file.change(
                        before -> (Json.write(Map.of("command", command, "publish", publish)) + "\n").getBytes(UTF_8));
            }
        } catch (IOException | UnsupportedOperationException unwritable) {
            ignore(uri, unwritable);
        }
    }

    /** There is a file only for an address that is the same next time, and has ports. */
    private @Nullable SharedFile file(Endpoint uri) {
        return folder == null || uri.port() == 0
                ? null
                : new SharedFile(folder.resolve(KnowledgeFile.nameFor(uri.toString())), MAX_SIZE);
    }

    private static int port(Map<?, ?> ports, String socket) {
        return ports.get(socket) instanceof Number number ? number.intValue() : 0;
    }

    private static void ignore(Endpoint uri, Exception why) {
        LoggerFactory.getLogger(LastPorts.class).debug("the last ports of {}: {}", uri, why.toString());
    }
}
