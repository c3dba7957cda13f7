package io.github.hubsh.shell.live;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who we are on this machine.
 *
 * @param baseName the plugin name we would like: {@code hubsh-<user>-<host>}
 * @param lockDirectories where shells of this user agree on who has which name: in the first that is private, or can be
 * @param cacheDirectory where what is known of networks is kept, or {@code null} for nowhere
 * @param declarations a JSON file in which the user describes plugins that cannot do so themselves: for each, by its
 *     name, what it would answer to {@code describe}; or {@code null}
 * @param hubDirectory where the ports of hubs that run here are kept, or {@code null} for nowhere
 */
public record PluginIdentity(
        String baseName,
        List<Path> lockDirectories,
        @Nullable Path cacheDirectory,
        @Nullable Path declarations,
        @Nullable Path hubDirectory) {
    /** An identity that remembers nothing from one session to the next. */
    public PluginIdentity(String baseName, Path lockDirectory) {
        this(baseName, List.of(lockDirectory), null, null, null);
    }
}
