package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Changes the session's settings, or lists them. */
public final class SetVerb implements Verb {
    public static final List<String> SETTINGS =
            List.of("timeout", "json", "raw", "table", "quiet", "check", "pager", "suggestions", "hints");
    private static final Syntax SYNTAX = Syntax.of(VerbName.SET, "change settings, or list them")
            .items()
            .flag("--save", "keep it for later runs too")
            .example("set timeout=10s")
            .example("set json=on quiet=on")
            .example("set")
            .detail("timeout=TIME; json, raw, table and quiet, as the options, are on or off.")
            .detail("pager=off: what is longer than the screen is printed, not shown by $PAGER.")
            .detail("suggestions=off, hints=off: nothing grey behind the line, or nothing below.")
            .detail("check=off sends arguments that do not fit what the plugin published.")
            .detail("Without --save it lasts as long as this session; config shows every origin.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        if (arguments.items().isEmpty()) {
            Map<String, String> settings = session.memory().preferences().changed();
            settings.putIfAbsent(
                    "timeout", Durations.format(session.hub().settings().timeout()));
            return Outcome.value(LetVerb.rows(settings, "setting", "value"));
        }
        for (Item item : arguments.items()) {
            check(item);
        }
        for (Item item : arguments.items()) {
            String name = item.path().get(0).name();
            String value = String.valueOf(item.value());
            session.memory().preferences().set(name, value);
            if (arguments.has("--save")) {
                save(name, value, session.program().services().configuration());
            }
        }
        return Outcome.NOTHING;
    }

    /** Returns whether a setting is on or off. */
    public static boolean isSwitch(String setting) {
        return SETTINGS.contains(setting) && !setting.equals("timeout");
    }

    /** In files the formats are one setting, as only one of them can hold. */
    private static void save(String name, String value, Configuration configuration) {
        boolean on = value.equals("on");
        switch (name) {
            case "timeout" -> configuration.saved().saveSetting(name, value);
            case "json", "raw", "table" -> configuration.saved().saveSetting("format", on ? name : null);
            default -> configuration.saved().saveSetting(name, on);
        }
    }

    private static void check(Item item) {
        String name = item.path().isEmpty() ? "" : item.path().get(0).name();
        if (item.path().size() != 1 || item.form() != Item.Form.VALUE || !SETTINGS.contains(name)) {
            String hint = Suggestion.of(name, SETTINGS);
            throw ShellException.at(item.word().place(0), "there is no setting '" + item.word() + "'")
                    .hint(hint != null ? hint : "its settings: " + String.join(" ", SETTINGS));
        }
        String value = String.valueOf(item.value());
        Duration time = name.equals("timeout") ? Durations.parse(value) : null;
        boolean fits = name.equals("timeout") ? time != null : value.equals("on") || value.equals("off");
        if (!fits) {
            String wanted = name.equals("timeout") ? "a time such as 500ms, 5s, 2m or 1h" : "on or off";
            throw ShellException.at(
                    item.word().place(item.word().indexOfBare('=', 0) + 1),
                    "expected " + wanted + " for " + name + ", found '" + value + "'");
        }
    }
}
