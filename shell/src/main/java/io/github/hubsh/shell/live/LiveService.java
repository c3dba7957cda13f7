package io.github.hubsh.shell.live;

import io.github.hubsh.core.handler.ArgumentDescription;
import io.github.hubsh.core.handler.CommandDescription;
import io.github.hubsh.core.plugin.NameInUseException;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.PluginException;
import io.github.hubsh.shell.session.network.ServedCommand;
import io.github.hubsh.shell.session.network.ServedPlugin;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plugin of this process beside the shell's own. */
final class LiveService implements ServedPlugin {
    private final Plugin plugin;

    private LiveService(Plugin plugin) {
        this.plugin = plugin;
    }

    static ServedPlugin start(Plugin plugin, List<ServedCommand> commands) {
        commands.forEach(command -> add(plugin, command));
        return start(plugin);
    }

    /** Starts a plugin that has its commands; closes it if that fails. */
    static ServedPlugin start(Plugin plugin) {
        try {
            plugin.reset();
            return new LiveService(plugin);
        } catch (PluginException failed) {
            boolean interrupted = Thread.interrupted();
            plugin.close();
            throw interrupted
                    ? ShellException.interrupted("stopped connecting '" + plugin.name() + "'")
                    : refused(failed);
        }
    }

    private static ShellException refused(PluginException failed) {
        ShellException shown = new ShellException(Problem.CANNOT_CONNECT, String.valueOf(failed.getMessage()), failed);
        return failed instanceof NameInUseException
                ? shown.hint("plugins shows who has the name, and at which hub")
                : shown;
    }

    @Override
    public String name() {
        return plugin.name();
    }

    @Override
    public void close() {
        plugin.close();
    }

    private static void add(Plugin plugin, ServedCommand command) {
        String documentation = command.documentation();
        CommandDescription description = documentation == null
                ? null
                : new CommandDescription(
                        documentation, arguments(command), command.openEnded(), List.copyOf(command.examples()));
        plugin.commandInOrder(
                command.name(), description, call -> command.action().start(call.source(), call.data()));
    }

    private static List<ArgumentDescription> arguments(ServedCommand command) {
        List<ArgumentDescription> arguments = new ArrayList<>();
        command.arguments().forEach((name, schema) -> {
            Map<String, @Nullable Object> published = new LinkedHashMap<>(schema);
            boolean required = Boolean.TRUE.equals(published.remove("required"));
            arguments.add(new ArgumentDescription(name, published, required));
        });
        return arguments;
    }
}
