package io.github.hubsh.shell.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
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
public final class LastPorts {
    private static final long MAX_SIZE = 4096;
    private static final int MAX_PORT = 65_535;

    private final @Nullable Path folder;

    /**
     * Ports.
     *
     * @param command 0 where it is not known
     * @param publish 0 where it is not known
     */
    public record Ports(int command, int publish) {
        public static final Ports UNKNOWN = new Ports(0, 0);
    }

    /**
     * Names the folder.
     *
     * @param folder {@code null} where there is no home to keep anything in
     */
    public LastPorts(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Returns the ports of the hub at an address. */
    public Ports of(String uri) {
        SharedFile file = file(uri);
        try {
            byte[] content = file == null ? null : file.read();
            return content != null && Json.parse(content) instanceof Map<?, ?> ports
                    ? new Ports(port(ports, "command"), port(ports, "publish"))
                    : Ports.UNKNOWN;
        } catch (IOException | ContentException unreadable) {
            ignore(uri, unreadable);
            return Ports.UNKNOWN;
        }
    }

    /** Keeps the ports of the hub at an address. */
    public void keep(String uri, Ports ports) {
        SharedFile file = file(uri);
        try {
            if (file != null) {
                String content = Json.write(Map.of("command", ports.command(), "publish", ports.publish()));
                file.change(before -> (content + "\n").getBytes(UTF_8));
            }
        } catch (IOException | UnsupportedOperationException unwritable) {
            ignore(uri, unwritable);
        }
    }

    private @Nullable SharedFile file(String uri) {
        return folder == null ? null : new SharedFile(folder.resolve(KnowledgeFile.nameFor(uri)), MAX_SIZE);
    }

    private static int port(Map<?, ?> ports, String socket) {
        return ports.get(socket) instanceof Long port && port > 0 && port <= MAX_PORT ? port.intValue() : 0;
    }

    private static void ignore(String uri, Exception why) {
        LoggerFactory.getLogger(LastPorts.class).debug("the last ports of {}: {}", uri, why.toString());
    }
}
