package io.github.hubsh.shell.live;

import io.github.hubsh.core.access.Authorizer;
import io.github.hubsh.core.access.ClientDirectory;
import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.hub.HubSecurity;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.shell.session.ServedKeys;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.store.PrivateFolder;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which peers a hub of this process lets in: all, all with a key, or those in a folder, which is watched. */
final class ServedClients implements AutoCloseable {
    private final @Nullable HubSecurity security;
    private final @Nullable ClientDirectory folder;
    private final String danger;

    private ServedClients(@Nullable HubSecurity security, @Nullable ClientDirectory folder, String danger) {
        this.security = security;
        this.folder = folder;
        this.danger = danger;
    }

    static ServedClients of(ServedKeys keys, Endpoint address) {
        String key = keys.key();
        String clients = keys.clients();
        if (key == null || clients == null) {
            return new ServedClients(null, null, "");
        } else if (address.isInproc()) {
            throw new ShellException(Problem.USAGE, "a hub at inproc:// is reached from its own process only")
                    .hint("leave --curve away");
        }
        ClientDirectory folder = clients.equals(ServedKeys.ANY) ? null : open(clients);
        return new ServedClients(
                new HubSecurity(KeyFiles.ownKeys(key), folder == null ? Authorizer.ANY : folder),
                folder,
                folder == null ? "" : danger(clients));
    }

    /** Returns what to say of a folder in which others can put their own keys; empty if they cannot. */
    static String danger(String folder) {
        try {
            return PrivateFolder.othersCanChange(Path.of(folder))
                    ? "other users of this machine can change " + folder + ", and let themselves in: chmod go-w "
                            + folder
                    : "";
        } catch (IOException e) {
            return "cannot see who can change " + folder + ": " + e.getMessage();
        }
    }

    private static ClientDirectory open(String folder) {
        Path path = Path.of(folder);
        if (!Files.isDirectory(path)) {
            throw new ShellException(Problem.BAD_FILE, "there is no folder " + folder)
                    .hint(
                            "make it, and put the NAME.pub of each client in it; --clients any lets in every peer with a key");
        }
        try {
            return ClientDirectory.open(path);
        } catch (IOException e) {
            throw new ShellException(Problem.BAD_FILE, "cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    void guard(Hub hub) {
        if (security != null) {
            hub.security(security);
        }
    }

    void tell(Display display) {
        if (security == null) {
            return;
        }
        String peers =
                folder == null ? "every peer with a key" : folder.size() + (folder.size() == 1 ? " key" : " keys");
        display.say(
                MessageLevel.NOTE,
                "it lets in " + peers + "; its public key is "
                        + security.server().publicKey());
        if (!danger.isEmpty()) {
            display.say(MessageLevel.WARNING, danger);
        }
        if (folder != null) {
            folder.problems().forEach(problem -> display.say(MessageLevel.WARNING, problem + "; it gives no access"));
        }
    }

    @Override
    public void close() {
        if (folder != null) {
            folder.close();
        }
    }
}
