package io.github.hubsh.shell.verb.help;

import io.github.hubsh.shell.syntax.Group;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.SyntaxTable;
import io.github.hubsh.shell.word.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pages of the help, as lines of at most 80 columns. */
public final class HelpText {
    private static final List<String> ITEMS = List.of(
            "Items are the arguments of a command, name and value:",
            "",
            "  x=1 on=true s=hello   a JSON scalar if it is one, else a string",
            "  id==0012              a string, as it stands",
            "  routes:='[\"e1\"]'      JSON",
            "  svg=@device.svg       the text of a file",
            "  params:=@dstat.json   the JSON of a file",
            "  metadata[name]=step1  nested: {\"metadata\": {\"name\": \"step1\"}}",
            "  route[]=e43           appended: {\"route\": [\"e43\"]}",
            "  'Voltage (V)'=100     a quoted key",
            "  s:=series({\"e43\":1})  a pandas Series; frame({\"x\":[1,2]}) is a DataFrame",
            "  s:=series({37:1})     integer labels; the same is series([1], index=[37])",
            "                        True, None, NaN and '…' are read in these functions",
            "  a:=array([1,2])       of numpy, as int8(5); series([1],\"float32\") has a type",
            "  id:=uuid(\"4242…\")     of Python, as date, time, datetime(\"2026-01-31T15:04\"),",
            "                        timedelta(\"1h30m\"), decimal(\"1.50\"), bytes(\"aGk=\"),",
            "                        fraction(\"1/3\"), complex(\"1+2j\"), tuple(1,2), set(1,2),",
            "                        frozenset(1,2); within JSON too: [uuid(\"…\"),tuple(1)]",
            "  @req.json  -          all arguments from a file, from stdin",
            "",
            "--content step_number=3 puts an item into the message, beside the arguments.",
            "Later items override earlier ones. '…' is literal; \"…\" knows \\n \\t \\\" \\\\ \\u0041.",
            "Quotes only group: x='1' is still the number 1, x==1 is the string.",
            "Outside of quotes \\ stays (p=C:\\temp\\new.txt), except before a blank or one of",
            "' \" \\ $ ; | > & # = : [ ] @ , which it makes a plain character.");

    /** Groups whose verbs are listed as words, without a line for each. */
    private static final Set<Group> WORDS_ONLY = EnumSet.of(Group.SCRIPT, Group.SHELL, Group.HELP, Group.HUBS);

    private static final int WIDTH = 80;

    private HelpText() {}

    /**
     * Returns the first page, on one screen of 24 lines: a line for a verb of the network, a word for one of the shell.
     */
    public static List<String> overview(SyntaxTable verbs) {
        List<String> lines = new ArrayList<>();
        Map<Group, String> words = new EnumMap<>(Group.class);
        Group group = null;
        for (Syntax syntax : verbs.all()) {
            if (WORDS_ONLY.contains(syntax.group())) {
                words.merge(syntax.group(), syntax.name(), (before, name) -> before + " " + name);
                continue;
            }
            String title = syntax.group() == group ? "" : syntax.group().title();
            group = syntax.group();
            lines.add(padded(title, 9) + padded(usage(syntax), 34) + syntax.summary());
        }
        String others = words.remove(Group.HUBS) + "; " + words.remove(Group.HELP);
        words.forEach((each, names) -> wrap(each.title(), names, lines));
        wrap(Group.HUBS.title(), others, lines);
        lines.add("help VERB; help items|filters|variables|jobs|keys|settings|javascript|errors.");
        lines.add("';' separates, # a comment. All take --json --jsonl --raw --table --all --jq.");
        return lines;
    }

    private static void wrap(String title, String names, List<String> lines) {
        StringBuilder line = new StringBuilder(padded(title, 9));
        for (String name : names.split(" ", -1)) {
            if (line.length() + name.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(padded("", 9));
            }
            line.append(name).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }

    private static String usage(Syntax syntax) {
        return syntax.aliases().isEmpty()
                ? syntax.usage()
                : syntax.usage()
                        .replaceFirst(
                                syntax.name(),
                                syntax.name() + "|" + syntax.aliases().get(0));
    }

    public static List<String> items() {
        return ITEMS;
    }

    public static List<String> errors() {
        List<String> lines = new ArrayList<>();
        lines.add("exit  kind              what to do");
        for (Problem problem : Problem.values()) {
            lines.add(padded(Integer.toString(problem.exitCode()), 6) + padded(problem.kind(), 18) + problem.remedy());
        }
        return lines;
    }

    public static List<String> verb(Syntax syntax) {
        List<String> lines = new ArrayList<>();
        lines.add(usageWithOptions(syntax));
        lines.add("  " + syntax.summary() + alias(syntax));
        section(lines, "Options:", options(syntax));
        section(lines, "Examples:", syntax.examples());
        if (!syntax.details().isEmpty()) {
            lines.add("");
            lines.addAll(syntax.details());
        }
        return lines;
    }

    /** An option behind a statement would belong to that statement. */
    private static String usageWithOptions(Syntax syntax) {
        if (syntax.options().isEmpty()) {
            return syntax.usage();
        }
        String name = syntax.name();
        return syntax.nests()
                ? name + " [OPTION …]" + syntax.usage().substring(name.length())
                : syntax.usage() + " [OPTION …]";
    }

    private static String alias(Syntax syntax) {
        return syntax.aliases().isEmpty() ? "" : "; short: " + String.join(", ", syntax.aliases());
    }

    private static List<String> options(Syntax syntax) {
        List<String> lines = new ArrayList<>();
        for (Option option : syntax.options()) {
            lines.add(padded(option.toString(), 20) + option.summary());
        }
        return lines;
    }

    private static void section(List<String> lines, String title, List<String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        for (String entry : entries) {
            lines.add("  " + entry);
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
