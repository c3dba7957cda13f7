package io.github.hubsh.shell.verb.network;

import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import io.github.hubsh.shell.word.Word;
import java.util.List;

/** The plugin that a verb is about. */
final class TargetResolver {
    private TargetResolver() {}

    /**
     * Lets the plugin describe itself.
     *
     * @return its name
     * @throws ShellException NO_SUCH_PLUGIN if it is not there and nothing is known of it either
     */
    static String inquire(Word target, Session session) {
        Network network = session.hub().network();
        String name = network.peers().addressee(target.text());
        List<String> plugins = network.peers().plugins();
        boolean there = plugins.contains(name) || name.equals(network.identity().hubName());
        if (there) {
            network.peers().inquire(name);
        } else if (session.memory().catalog().commands(name).isEmpty()) {
            ShellException missing = new ShellException(
                            Problem.NO_SUCH_PLUGIN, "no plugin called '" + name + "' is registered")
                    .pointing(target.place(0));
            String hint = Suggestion.of(name, plugins);
            throw hint == null ? missing : missing.hint(hint);
        } else {
            session.io()
                    .display()
                    .say(MessageLevel.WARNING, name + " is not registered now; this is what is remembered of it");
        }
        return name;
    }
}
