package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.PromptLanguage.Suggestion;
import io.github.hubsh.shell.session.PromptLanguage.Suggestions;
import io.github.hubsh.shell.session.memory.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can stand at the cursor in JavaScript: members of the hub, plugins, commands, variables. From memory only. */
final class JsCompleter {
    private static final Pattern PLUGIN =
            Pattern.compile("\\.(?:plugin|ping|describe|execute)\\(\\s*(['\"])([^'\"]*)$");
    private static final Pattern COMMAND =
            Pattern.compile("\\.(?:execute|describe)\\(\\s*(['\"])([^'\"]*)\\1\\s*,\\s*(['\"])([^'\"]*)$");
    private static final Pattern METHOD =
            Pattern.compile("\\.plugin\\(\\s*(['\"])([^'\"]*)\\1\\s*\\)(?:\\.async)?\\.(\\w*)$");
    private static final Pattern MEMBER = Pattern.compile("(?:^|[^\\w$.])([\\w$]+(?:\\.[\\w$]+)*)\\.(\\w*)$");
    private static final String ASYNC = ".async";
    private static final Pattern WORD = Pattern.compile("(?:^|[^\\w$.'\"])([A-Za-z_$][\\w$]*)?$");

    private static final List<String> HUB = List.of(
            "execute",
            "plugin",
            "plugins",
            "ping",
            "describe",
            "status",
            "sh",
            "replay",
            "async",
            "on",
            "off",
            "tail",
            "record",
            "until",
            "waitFor",
            "serve",
            "uri",
            "close");
    private static final List<String> HUB_ASYNC =
            List.of("execute", "ping", "plugins", "describe", "status", "sh", "replay", "until", "waitFor");
    private static final List<String> PLUGIN_MEMBERS = List.of("async", "describe", "execute", "name", "ping");
    private static final List<String> CONSOLE = List.of(
            "log", "info", "debug", "warn", "error", "table", "dir", "time", "timeLog", "timeEnd", "count", "group");
    private static final List<String> GLOBALS = List.of(
            "hub",
            "connect",
            "sleep",
            "series",
            "frame",
            "array",
            "uuid",
            "datetime",
            "date",
            "time",
            "timedelta",
            "decimal",
            "fraction",
            "complex",
            "bytes",
            "tuple",
            "set",
            "frozenset",
            "console",
            "await",
            "setTimeout",
            "setInterval",
            "JSON",
            "Math",
            "Promise",
            "AbortController",
            "AbortSignal",
            "inspect",
            "exit",
            "URL",
            "structuredClone",
            "RemoteError",
            "TimeoutError",
            "NoSuchPluginError",
            "NoSuchCommandError",
            "ConnectionError",
            "UsageError");

    private final Catalog names;
    private final List<String> made;
    private final Map<String, @Nullable Object> members;
    private final List<Suggestion> all = new ArrayList<>();

    /**
     * Completes with what is known now.
     *
     * @param made the variables
     * @param members for a variable the names behind its dot, or the name of the plugin that it holds
     */
    JsCompleter(Catalog names, List<String> made, Map<String, @Nullable Object> members) {
        this.names = names;
        this.made = made;
        this.members = members;
    }

    Suggestions complete(String text, int cursor) {
        String before = text.substring(0, cursor);
        int from = find(before, cursor);
        return new Suggestions(from, all);
    }

    private int find(String before, int cursor) {
        Matcher command = COMMAND.matcher(before);
        if (command.find()) {
            return add(names.commands(command.group(2)), command.group(4), "commands", cursor);
        }
        Matcher plugin = PLUGIN.matcher(before);
        if (plugin.find()) {
            return add(names.plugins(), plugin.group(2), "plugins", cursor);
        }
        Matcher method = METHOD.matcher(before);
        if (method.find()) {
            return add(names.commands(method.group(2)), method.group(3), "commands", cursor);
        }
        Matcher member = MEMBER.matcher(before);
        if (member.find()) {
            String object = member.group(1);
            boolean async = object.endsWith(ASYNC);
            String base = async ? object.substring(0, object.length() - ASYNC.length()) : object;
            return add(members(base, async), member.group(2), "members", cursor);
        }
        Matcher word = WORD.matcher(before);
        if (word.find()) {
            String typed = word.group(1) == null ? "" : word.group(1);
            add(made, typed, "variables", cursor);
            return add(GLOBALS, typed, "names", cursor);
        }
        return cursor;
    }

    private List<String> members(String object, boolean async) {
        return switch (object) {
            case "hub" -> async ? HUB_ASYNC : HUB;
            case "console" -> CONSOLE;
            default -> membersOfVariable(object, async);
        };
    }

    private List<String> membersOfVariable(String name, boolean async) {
        Object known = members.get(name);
        if (known instanceof String plugin) {
            List<String> all = new ArrayList<>(names.commands(plugin));
            all.addAll(async ? List.of() : PLUGIN_MEMBERS);
            return all;
        }
        return async || !(known instanceof List<?> list)
                ? List.of()
                : list.stream().map(String::valueOf).toList();
    }

    private int add(List<String> values, String typed, String group, int cursor) {
        for (String value : values) {
            if (value.startsWith(typed)) {
                all.add(new Suggestion(value, "", group));
            }
        }
        return cursor - typed.length();
    }
}
