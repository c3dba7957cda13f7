package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.ConfigValue;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what is configured, and where. */
public final class ConfigVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.CONFIG, "every setting, and where it comes from")
            .optional("KEY", Kind.SETTING)
            .flag("--files", "the files it reads; the first has priority")
            .example("config")
            .example("config timeout")
            .example("config --files --json")
            .detail("With KEY only its value. help settings shows what can be set, and where.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Configuration configuration = session.program().services().configuration();
        if (arguments.has("--files")) {
            return Outcome.value(files(configuration));
        }
        List<ConfigValue> values = configuration.values(session.memory());
        return arguments.operandCount() == 0
                ? Outcome.value(rows(values))
                : Outcome.value(value(arguments.operandWord(0), values));
    }

    private static @Nullable Object value(Word key, List<ConfigValue> values) {
        List<String> keys = new ArrayList<>();
        for (ConfigValue value : values) {
            if (value.key().equals(key.text())) {
                return value.value();
            }
            keys.add(value.key());
        }
        String hint = Suggestion.of(key.text(), keys);
        throw ShellException.at(key.place(0), "there is no setting '" + key.text() + "'")
                .hint(hint != null ? hint : "config shows them all");
    }

    private static List<Map<String, @Nullable Object>> rows(List<ConfigValue> values) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (ConfigValue value : values) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("key", value.key());
            row.put("value", value.value());
            row.put("origin", value.origin());
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, @Nullable Object>> files(Configuration configuration) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        configuration.saved().files().forEach((path, found) -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("file", path.toString());
            row.put("found", found);
            rows.add(row);
        });
        return rows;
    }
}
