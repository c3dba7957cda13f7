package io.github.hubsh.shell.config;

import io.github.hubsh.shell.argument.Secrets;
import io.github.hubsh.shell.config.Layer.Found;
import io.github.hubsh.shell.line.LineEffects;
import io.github.hubsh.shell.line.SecretItems;
import io.github.hubsh.shell.syntax.AliasRule;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A configuration file. An error names its line; an unknown key is skipped with a warning, because a newer hubsh may
 * know it.
 */
final class TomlFile {
    private static final List<String> TABLES = List.of("alias", "aliases");
    private static final Set<String> RUNNING = Set.of(
            "run", "exec", "command", "commands", "init", "startup", "script", "scripts", "hook", "hooks", "env");
    private static final Set<String> KEYS = Set.of(
            "curve",
            "server-key",
            "key",
            "insecure",
            "client-key",
            "identity",
            "certificate",
            "join-creds",
            "join-tls");
    private static final Set<String> OF_CONTEXTS = Set.of("readonly", "confirm");

    private final Path path;
    private final boolean foreign;
    private final Consumer<String> warnings;
    private final String text;
    private final TomlParseResult toml;
    private final Map<Setting, Found> settings = new EnumMap<>(Setting.class);
    private final Map<String, Found> aliases = new LinkedHashMap<>();

    private TomlFile(Path path, String text, boolean foreign, Consumer<String> warnings) {
        this.path = path;
        this.text = text;
        this.foreign = foreign;
        this.warnings = warnings;
        this.toml = parse();
    }

    /**
     * Reads a file's text.
     *
     * @param foreign whether it is a project's: such a file is not trusted as far as the user's own
     * @param warnings takes what is odd and does no harm
     * @throws ShellException BAD_FILE
     */
    static Layer read(Path path, String text, boolean foreign, Consumer<String> warnings) {
        TomlFile file = new TomlFile(path, text, foreign, warnings);
        for (String key : file.toml.keySet()) {
            file.take(key);
        }
        return new Layer(file.settings, file.aliases);
    }

    private TomlParseResult parse() {
        try {
            TomlParseResult result = Toml.parse(text);
            if (result.hasErrors()) {
                TomlParseError first = result.errors().get(0);
                throw wrong(first.position(), String.valueOf(first.getMessage()));
            }
            return result;
        } catch (StackOverflowError tooDeep) {
            throw new ShellException(Problem.BAD_FILE, path + ": nested too deep", tooDeep);
        }
    }

    private void take(String key) {
        Setting setting = Setting.of(key);
        TomlPosition at = toml.inputPositionOf(List.of(key));
        if (setting != null && !(foreign && setting.isPersonal())) {
            Object given = toml.get(List.of(key));
            Object value = setting.read(given);
            if (value == null) {
                throw wrong(at, "expected " + setting.expected() + " for " + key);
            }
            settings.put(setting, new Found(value, origin(at)));
        } else if (TABLES.contains(key)) {
            if (!(toml.get(List.of(key)) instanceof TomlTable table)) {
                throw wrong(at, "expected a table for " + key).hint("[" + key + "] and below it NAME = \"LINE\"");
            }
            takeAliases(table);
        } else {
            refuseOrWarn(key, at);
        }
    }

    private void takeAliases(TomlTable table) {
        List<String> names = new ArrayList<>(table.keySet());
        for (String name : names) {
            TomlPosition at = table.inputPositionOf(List.of(name));
            if (!(table.get(List.of(name)) instanceof String line)) {
                throw wrong(at, "expected a line in quotes for the alias " + name);
            }
            String wrong = AliasRule.wrongName(name);
            wrong = wrong != null ? wrong : AliasRule.wrongLine(line, names);
            if (wrong != null) {
                throw wrong(at, wrong).hint("help alias shows how they are written");
            }
            String reach = foreign ? LineEffects.of(line) : null;
            if (reach != null) {
                throw wrong(at, "the alias " + name + " " + reach + ", which a project's file may not")
                        .hint("if you want it, keep it yourself: alias --save " + name + "='…'");
            }
            aliases.put(name, new Found(line, origin(at)));
        }
    }

    private void refuseOrWarn(String key, @Nullable TomlPosition at) {
        if (foreign && (RUNNING.contains(key) || KEYS.contains(key) || Secrets.isSecret(key))) {
            String what = RUNNING.contains(key) ? "run anything" : "choose keys";
            throw wrong(at, "a project's file may not " + what + ": " + key)
                    .hint("it may set " + String.join(", ", ofProjects()) + " and [alias]");
        }
        List<String> known = new ArrayList<>(Setting.keys());
        known.addAll(TABLES);
        String hint = Suggestion.of(key, known);
        String remedy = OF_CONTEXTS.contains(key)
                ? "it belongs to a context: context add NAME --" + key
                : hint != null ? hint : "help settings shows what there is";
        warnings.accept(origin(at) + ": there is no setting '" + key + "'; " + remedy);
    }

    private static List<String> ofProjects() {
        return Stream.of(Setting.values())
                .filter(setting -> !setting.isPersonal())
                .map(Setting::key)
                .toList();
    }

    private String origin(@Nullable TomlPosition at) {
        return at == null ? path.toString() : path + ":" + at.line();
    }

    private ShellException wrong(@Nullable TomlPosition at, String message) {
        ShellException wrong = new ShellException(Problem.BAD_FILE, origin(at) + ": " + message)
                .hint("help settings shows what a file may say");
        String line = at == null ? "" : line(at.line());
        return at == null || SecretItems.in(line) ? wrong : wrong.pointing(new Place(line, at.column() - 1));
    }

    private String line(int number) {
        List<String> lines = text.lines().toList();
        return number <= lines.size() ? lines.get(number - 1) : "";
    }
}
