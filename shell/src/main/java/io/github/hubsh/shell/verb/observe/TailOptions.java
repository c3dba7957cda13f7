package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;

/** The options that choose broadcasts: what {@code TailFilter} reads, and {@code --where}. */
public final class TailOptions {
    private TailOptions() {}

    public static Syntax.Builder addTo(Syntax.Builder syntax) {
        return syntax.option("--plugin", "NAME", Kind.PLUGIN, "only what this plugin sends or gets")
                .option("--command", "NAME", Kind.TEXT, "only requests and replies of this command")
                .option("--source", "PLUGIN", Kind.PLUGIN, "only what this plugin sends")
                .option("--target", "PLUGIN", Kind.PLUGIN, "only what is sent to this plugin")
                .choice("--type", "TYPE", types(), "only execute_request, execute_reply, …")
                .option("--where", "EXPR", Kind.TEXT, "only those for which this jq expression is true");
    }

    private static List<String> types() {
        List<String> names = new ArrayList<>();
        for (MessageType type : MessageType.values()) {
            names.add(type.wireName());
        }
        return names;
    }
}
