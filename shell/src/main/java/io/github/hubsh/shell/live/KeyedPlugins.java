package io.github.hubsh.shell.live;

import io.github.hubsh.core.access.AccessRights;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.SecurityMismatchException;
import io.github.hubsh.core.plugin.SubscribeOptions;
import io.github.hubsh.core.transport.CurveClient;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;

/** Plugins of this process, with keys where the user has named some. */
final class KeyedPlugins {
    private KeyedPlugins() {}

    /** Returns a plugin that is not connected yet. */
    static Plugin plugin(String name, String hub, HubKeys keys) {
        return keys.areGiven() ? new Plugin(name, hub, SubscribeOptions.NONE, client(keys)) : new Plugin(name, hub);
    }

    /** Reads the keys. */
    static CurveClient client(HubKeys keys) {
        String server = keys.serverKey();
        String own = keys.ownKey();
        if (server == null) {
            throw new ShellException(Problem.USAGE, "with a key of our own, the hub's public key is needed too")
                    .hint("--server-key FILE; the administrator of the hub has it");
        } else if (own == null) {
            throw new ShellException(Problem.USAGE, "with the key of a hub, a key of our own is needed too")
                    .hint("--key FILE; hubsh keygen NAME makes one");
        }
        try {
            return new CurveClient(KeyFiles.publicKey(server), KeyFiles.ownKeys(own));
        } catch (IllegalArgumentException weak) {
            throw new ShellException(Problem.BAD_FILE, server + ": " + weak.getMessage(), weak);
        }
    }

    /** Returns the name that a key lets us use: that of its file, without the ending. */
    static String name(HubKeys keys, String usual) {
        String own = keys.ownKey();
        Path file = own == null ? null : Path.of(own).getFileName();
        if (file == null) {
            return usual;
        }
        String name = file.toString();
        for (String ending : new String[] {".key", ".key_secret"}) {
            name = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
        }
        return name.isEmpty() ? usual : name;
    }

    /** Explains what the hub and we have against each other. */
    static ShellException refusal(SecurityMismatchException mismatch, HubKeys keys) {
        String told = String.valueOf(mismatch.getMessage());
        String remedy = told.contains(AccessRights.NAME_REFUSED)
                ? "--name NAME takes another; names in the hub's certificate of this key allows more: help curve"
                : !keys.areGiven()
                        ? "--server-key FILE --key FILE; hubsh keygen NAME makes a key, and the hub has to know NAME.pub"
                        : told.contains("without CURVE")
                                ? "leave --server-key and --key away if this is the hub that you mean; or start it with --curve"
                                : "doctor looks at both files; the administrator of the hub has its public key, and needs yours";
        return new ShellException(Problem.CANNOT_CONNECT, told, mismatch).hint(remedy);
    }
}
