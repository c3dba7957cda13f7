package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.argument.ItemEvaluation;
import io.github.hubsh.shell.argument.TypedTextCheck;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Identifiers;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes variables, or lists them. */
public final class LetVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.LET, "make variables, or list them")
            .items()
            .example("let target=plugin_a voltage=100")
            .example("let routes:='[\"e1\",\"e2\"]'")
            .example("let")
            .detail("$name stands for the value; help variables.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        if (arguments.items().isEmpty()) {
            return Outcome.value(rows(session.memory().variables().all(), "name", "value"));
        }
        for (Item item : arguments.items()) {
            check(item);
        }
        TypedTextCheck.tell(arguments.items(), session.io().display());
        ItemEvaluation.evaluate(arguments.items(), session.io().files())
                .forEach(session.memory().variables()::put);
        return Outcome.NOTHING;
    }

    private static void check(Item item) {
        if (item.form() == Item.Form.EVERYTHING) {
            throw ShellException.at(item.word().place(0), "expected NAME=VALUE, found '" + item.word() + "'")
                    .hint("let name:=@FILE reads a value from a file");
        }
        String name = item.path().get(0).name();
        if (!Identifiers.isVariable(name)) {
            throw ShellException.at(item.word().place(0), "expected a variable's name such as x1, found '" + name + "'")
                    .hint("help variables");
        }
    }

    static List<Map<String, @Nullable Object>> rows(Map<String, ?> entries, String key, String value) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Map.Entry<String, ?> entry : entries.entrySet()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put(key, entry.getKey());
            row.put(value, entry.getValue());
            rows.add(row);
        }
        return rows;
    }
}
