package io.github.hubsh.shell.app;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.syntax.Group;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.verb.help.HelpText;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options that stand before the verb, and what they settle. */
public final class ProgramOptions {
    public static final Syntax SYNTAX = Syntax.of("hubsh", Group.SHELL, "the shell for ZeroMQ plugin hubs")
            .setting(Setting.HUB, "URI")
            .setting(Setting.CONTEXT, "NAME")
            .setting(Setting.NAME, "NAME")
            .setting(Setting.TIMEOUT, "TIME")
            .setting(Setting.SERVER_KEY, "FILE")
            .setting(Setting.KEY, "FILE")
            .setting(Setting.INSECURE)
            .option("--wait", "TIME", Kind.DURATION, "how long to wait for a hub that is not there yet")
            .option("--wait-for", "PLUGIN", Kind.PLUGIN, "wait for this plugin too; may be repeated")
            .option("-c", "LINE", Kind.TEXT, "run this line and end; may be repeated")
            .option("-f", "FILE", Kind.FILE, "run the lines of this file and end")
            .flag("--keep-going", "continue after an error")
            .flag("--echo", "show each line of -c, -f and stdin before it runs")
            .flag("--yes", "send without asking for confirmation")
            .flag("--no-color", "no colours; NO_COLOR does the same")
            .flag("--version", "print the version and end")
            .flag("-h", "show this page, as --help does")
            .build();

    private static final Pattern OPTION = Pattern.compile("(?<name>--?[a-z-]+)(?<value>=\\S*)?");
    private static final Pattern VALUE = Pattern.compile("\\s+[^\\s-]\\S*");

    private ProgramOptions() {}

    static SessionSettings settings(Arguments options, ProcessEnvironment process, boolean observing) {
        Duration timeout = options.duration(Setting.TIMEOUT.option());
        Duration patience = options.duration("--wait");
        return new SessionSettings(
                hub(options, process),
                options.text(Setting.NAME.option()),
                timeout != null ? timeout : SessionSettings.DEFAULT_TIMEOUT,
                patience != null ? patience : Duration.ZERO,
                texts(options.all("--wait-for")),
                observing,
                keys(options, process));
    }

    private static HubKeys keys(Arguments options, ProcessEnvironment process) {
        return new HubKeys(
                text(Setting.SERVER_KEY, options, process),
                text(Setting.KEY, options, process),
                options.has(Setting.INSECURE.option()));
    }

    private static @Nullable String text(Setting setting, Arguments options, ProcessEnvironment process) {
        String text = options.text(setting.option());
        String fromEnvironment = process.variable(setting.variable());
        return text != null ? text : fromEnvironment.isEmpty() ? null : fromEnvironment;
    }

    private static String hub(Arguments options, ProcessEnvironment process) {
        String hub = options.text(Setting.HUB.option());
        if (hub != null) {
            return hub;
        }
        String fromEnvironment = process.variable(Setting.HUB.variable());
        return fromEnvironment.isEmpty() ? SessionSettings.DEFAULT_HUB : fromEnvironment;
    }

    static List<String> texts(List<Word> words) {
        List<String> texts = new ArrayList<>(words.size());
        for (Word word : words) {
            texts.add(word.text());
        }
        return texts;
    }

    /** Returns the error; where it points at an option that belongs before the verb, with the line that was meant. */
    static ShellException misplaced(ShellException wrong) {
        Place place = wrong.place();
        if (place == null
                || wrong.problem() != Problem.USAGE
                || place.offset() >= place.line().length()) {
            return wrong;
        }
        String behind = place.line().substring(place.offset());
        Matcher option = OPTION.matcher(behind);
        Option own = option.lookingAt() ? SYNTAX.option(option.group("name")) : null;
        if (own == null || place.offset() == 0 || !wrong.text().startsWith("there is no option ")) {
            return wrong;
        }
        boolean apart = own.takesValue() && option.group("value") == null;
        Matcher value = VALUE.matcher(behind.substring(option.end()));
        int end = option.end() + (apart && value.lookingAt() ? value.end() : 0);
        String rest = place.line().substring(0, place.offset())
                + behind.substring(end).stripLeading();
        return wrong.hint(
                own.name() + " stands before the verb: hubsh " + behind.substring(0, end) + " " + rest.strip());
    }

    /** Returns the page of {@code hubsh --help}. */
    static List<String> help() {
        List<String> lines = new ArrayList<>();
        lines.add("hubsh [OPTION …] [VERB …]: " + SYNTAX.summary());
        lines.add("");
        for (String name : SYNTAX.optionNames()) {
            Option option = SYNTAX.option(name);
            if (option != null) {
                String usage = option.toString();
                lines.add("  " + usage + " ".repeat(20 - usage.length()) + option.summary());
            }
        }
        lines.add("");
        lines.addAll(HelpText.overview(VerbTable.syntaxes()));
        return lines;
    }
}
