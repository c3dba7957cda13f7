package io.github.hubsh.shell.argument;

import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ItemText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines that execute a command as it is known: to run as they are, or to fill in. */
public final class Template {
    private Template() {}

    /** Returns a line that parses, with the likeliest value for each argument that is required or was seen. */
    public static String of(String target, KnownCommand command) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        for (KnownArgument argument : command.arguments()) {
            if (argument.required() || !command.published()) {
                arguments.put(argument.name(), LikelyValue.orEmpty(argument, command, "TEXT"));
            }
        }
        return line(target, command, arguments);
    }

    public static String line(String target, KnownCommand command, Map<String, @Nullable Object> arguments) {
        String items = ItemText.ofArguments(arguments);
        return VerbName.EXECUTE.text() + " " + ItemText.quote(target) + " " + ItemText.quote(command.name())
                + (items.isEmpty() ? "" : " " + items);
    }

    /** Returns the arguments in short: {@code volume_ul [wait] …}. */
    public static String usage(KnownCommand command) {
        StringBuilder usage = new StringBuilder();
        for (KnownArgument argument : command.arguments()) {
            usage.append(usage.length() == 0 ? "" : " ");
            usage.append(argument.required() ? argument.name() : "[" + argument.name() + "]");
        }
        if (command.openEnded()) {
            usage.append(usage.length() == 0 ? "…" : " …");
        }
        return usage.toString();
    }
}
