package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.memory.Aliases;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.AliasRule;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Identifiers;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import java.util.HashMap;
import java.util.Map;

/** Defines words for the beginning of a line, or lists them. */
public final class AliasVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.ALIAS, "short words for the start of a line")
            .items()
            .flag("--save", "keep it for later runs too")
            .example("alias led='execute plugin_a do_thing' replies='tail --type execute_reply'")
            .example("alias led=")
            .example("alias")
            .detail("Further words are added to the text: led x=1. NAME= removes one.")
            .detail("Without --save it lasts as long as this session; config shows every origin.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Aliases aliases = session.memory().aliases();
        if (arguments.items().isEmpty()) {
            return Outcome.value(LetVerb.rows(aliases.all(), "alias", "line"));
        }
        Map<String, String> known = new HashMap<>(aliases.all());
        for (Item item : arguments.items()) {
            check(item, known);
            known.put(item.path().get(0).name(), String.valueOf(item.value()));
        }
        for (Item item : arguments.items()) {
            String name = item.path().get(0).name();
            String line = String.valueOf(item.value());
            aliases.define(name, line);
            if (arguments.has("--save")) {
                session.program().services().configuration().saved().saveAlias(name, line);
            }
        }
        return Outcome.NOTHING;
    }

    private static void check(Item item, Map<String, String> known) {
        String name = item.path().isEmpty() ? "" : item.path().get(0).name();
        Place place = item.word().place(0);
        if (item.path().size() != 1
                || item.form() != Item.Form.VALUE
                || !Identifiers.isVariable(name.replace('-', '_'))) {
            throw ShellException.at(place, "expected NAME='LINE', found '" + item.word() + "'");
        }
        String wrongName = AliasRule.wrongName(name);
        if (wrongName != null) {
            throw ShellException.at(place, wrongName).hint("choose another word");
        }
        String line = String.valueOf(item.value());
        String wrongLine = AliasRule.wrongLine(line, known.keySet());
        if (wrongLine != null) {
            String hint = Suggestion.of(AliasRule.first(line), VerbName.texts());
            throw ShellException.at(item.word().place(item.word().indexOfBare('=', 0) + 1), wrongLine)
                    .hint(hint != null ? hint : "help shows all verbs");
        }
    }
}
