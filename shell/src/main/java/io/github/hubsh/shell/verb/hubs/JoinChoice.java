package io.github.hubsh.shell.verb.hubs;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.ServedCluster;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a hub is called and which cluster it joins: what is typed, then what is configured. */
public final class JoinChoice {
    /** The word that keeps a hub alone where the configuration has it join others. */
    static final String NONE = "none";

    private static final List<Setting> DETAILS = List.of(Setting.CLUSTER, Setting.JOIN_CREDS, Setting.JOIN_TLS);

    private final @Nullable Arguments arguments;
    private final Configuration configuration;

    private JoinChoice(@Nullable Arguments arguments, Configuration configuration) {
        this.arguments = arguments;
        this.configuration = configuration;
    }

    static JoinChoice of(Arguments arguments, Configuration configuration) {
        return new JoinChoice(arguments, configuration);
    }

    /** Returns what is configured. */
    public static JoinChoice configured(Configuration configuration) {
        return new JoinChoice(null, configuration);
    }

    /** Returns the hub's name, or {@code null} for the default. */
    public @Nullable String hubName() {
        return arguments == null || arguments.text("--name") == null
                ? configuration.text(Setting.HUB_NAME)
                : arguments.text("--name");
    }

    /**
     * Returns the cluster, or {@code null} if the hub stays alone.
     *
     * @throws ShellException USAGE if something is missing
     */
    public @Nullable ServedCluster cluster() {
        String servers = text(Setting.JOIN);
        if (servers == null || servers.equals(NONE)) {
            refuseDetails();
            return null;
        }
        if (hubName() == null) {
            throw new ShellException(Problem.USAGE, "a hub that joins others needs a name of its own")
                    .hint("add --name NAME, or set hub-name; no two hubs may have the same");
        }
        return new ServedCluster(
                List.of(servers.split(",")), text(Setting.CLUSTER), text(Setting.JOIN_CREDS), text(Setting.JOIN_TLS));
    }

    /** What was typed for a cluster is a mistake without one; what is configured waits for the next hub. */
    private void refuseDetails() {
        for (Setting setting : DETAILS) {
            Word typed = arguments == null ? null : arguments.word(setting.option());
            if (typed != null) {
                throw ShellException.at(typed.place(0), setting.option() + " is for a hub that joins others")
                        .hint("say where: --join nats://HOST:4222");
            }
        }
    }

    private @Nullable String text(Setting setting) {
        String typed = arguments == null ? null : arguments.text(setting.option());
        return typed != null ? typed : configuration.text(setting);
    }
}
