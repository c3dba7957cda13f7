package io.github.hubsh.shell.command;

import java.util.HashMap;
import java.util.Map;

/** Defines words for the beginning of a line, or lists them. */
public final class Alias implements Verb {
    private static final Syntax SYNTAX = Syntax.of("alias", Group.SHELL, "words for a line's beginning")
            .items()
            .example("alias led='execute plugin_a do_thing' replies='tail --type execute_reply'")
            .example("alias led=")
            .example("alias")
            .detail("What follows the word follows the text: led x=1. NAME= forgets one.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        if (arguments.items().isEmpty()) {
            return Outcome.value(Let.rows(workspace.aliases(), "alias", "line"));
        }
        Map<String, String> known = new HashMap<>(workspace.aliases());
        for (Item item : arguments.items()) {
            check(item, known);
            known.put(item.path().get(0).name(), String.valueOf(item.value()));
        }
        for (Item item : arguments.items()) {
            workspace.alias(item.path().get(0).name(), String.valueOf(item.value()));
        }
        return Outcome.NOTHING;
    }

    private static void check(Item item, Map<String, String> known) {
        String name = item.path().isEmpty() ? "" : item.path().get(0).name();
        Place place = item.word().place(0);
        if (item.path().size() != 1 || item.form() != Item.Form.VALUE || !Workspace.isName(name.replace('-', '_'))) {
            throw ShellException.at(place, "expected NAME='LINE', found '" + item.word() + "'");
        }
        if (CommandTable.find(name) != null) {
            throw ShellException.at(place, "there is a verb '" + name + "' already")
                    .hint("choose another word");
        }
        String line = String.valueOf(item.value()).strip();
        int end = line.indexOf(' ');
        String first = end < 0 ? line : line.substring(0, end);
        boolean begins = first.isEmpty()
                || ".$_0123456789".indexOf(first.charAt(0)) >= 0
                || CommandTable.find(first) != null
                || known.containsKey(first);
        if (!begins) {
            String hint = Suggestion.of(first, CommandTable.NAMES);
            throw ShellException.at(
                            item.word().place(item.word().indexOfBare('=', 0) + 1),
                            "expected a line that starts with a verb, found '" + first + "'")
                    .hint(hint != null ? hint : "help shows all verbs");
        }
    }
}
