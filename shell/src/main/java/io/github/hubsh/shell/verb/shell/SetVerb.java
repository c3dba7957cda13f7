package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.ConfigValue;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.SavedConfiguration;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;

/** Changes the session's settings, or lists them. */
public final class SetVerb implements Verb {
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
            return Outcome.value(LetVerb.rows(all(session), "setting", "value"));
        }
        for (Item item : arguments.items()) {
            check(item);
        }
        for (Item item : arguments.items()) {
            String name = item.path().get(0).name();
            String value = String.valueOf(item.value());
            session.memory().preferences().set(name, value);
            if (arguments.has("--save")) {
                save(name, value, session.program().services().configuration().saved());
            }
        }
        return Outcome.NOTHING;
    }

    /** Returns every setting that can be changed here, with the value that holds now. */
    private static Map<String, String> all(Session session) {
        Map<String, String> settings = new LinkedHashMap<>();
        Configuration configuration = session.program().services().configuration();
        for (ConfigValue value : configuration.values(session.memory())) {
            Setting setting = Setting.of(value.key());
            String text = String.valueOf(value.value());
            if (setting != null) {
                setting.words().forEach(word -> settings.put(word, valueOf(word, setting, text)));
            }
        }
        return settings;
    }

    private static String valueOf(String word, Setting setting, String text) {
        if (!Setting.isSwitch(word)) {
            return text;
        }
        boolean on = setting.isSwitch() ? text.equals("true") : text.equals(word);
        return on ? Setting.ON : Setting.OFF;
    }

    /** In files the formats are one setting, as only one of them can hold. */
    private static void save(String word, String value, SavedConfiguration configuration) {
        Setting setting = Setting.ofWord(word);
        if (setting == null) {
            throw new IllegalArgumentException("not a setting: " + word);
        }
        boolean on = value.equals(Setting.ON);
        if (setting.isSwitch()) {
            configuration.saveSetting(setting, on);
        } else if (Setting.isSwitch(word)) {
            configuration.saveSetting(setting, on ? word : null);
        } else {
            configuration.saveSetting(setting, value);
        }
    }

    private static void check(Item item) {
        String name = item.path().isEmpty() ? "" : item.path().get(0).name();
        Setting setting = Setting.ofWord(name);
        if (item.path().size() != 1 || item.form() != Item.Form.VALUE || setting == null) {
            throw unknown(item, name);
        }
        String value = String.valueOf(item.value());
        boolean onOrOff = Setting.isSwitch(name);
        boolean fits = onOrOff ? value.equals(Setting.ON) || value.equals(Setting.OFF) : setting.read(value) != null;
        if (!fits) {
            String wanted = onOrOff ? "on or off" : "a time such as 500ms, 5s, 2m or 1h";
            throw ShellException.at(
                    item.word().place(item.word().indexOfBare('=', 0) + 1),
                    "expected " + wanted + " for " + name + ", found '" + value + "'");
        }
    }

    private static ShellException unknown(Item item, String name) {
        Setting other = Setting.of(name);
        if (other != null && Setting.ofWord(name) == null) {
            return ShellException.at(item.word().place(0), "set cannot change '" + name + "'")
                    .hint("use " + other.variable() + " or config.toml; help settings");
        }
        String hint = Suggestion.of(name, Setting.allWords());
        String typed = Setting.ofWord(name) == null && !name.isEmpty() ? name : String.valueOf(item.word());
        return ShellException.at(item.word().place(0), "there is no setting '" + typed + "'")
                .hint(hint != null ? hint : "its settings: " + String.join(" ", Setting.allWords()));
    }
}
