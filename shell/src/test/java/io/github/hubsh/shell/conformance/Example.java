package io.github.hubsh.shell.conformance;

import io.github.hubsh.shell.testkit.ProcessRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line that the documentation promises.
 *
 * @param exit the exit code that it has on the lab's network
 */
record Example(String line, int exit) {
    /** What the prompt says when something beside it has come to its end. */
    static final Pattern ENDED = Pattern.compile("(?m)^\\[\\d+] (done|stopped): ");

    private static final Pattern ARGUMENT = Pattern.compile("(?:[^\\s']|'[^']*')+");
    private static final Pattern MEASURES =
            Pattern.compile("\\b(ping|bench|tail|status|plugins|doctor|until|dry-run|watch|top|test|replay|record)\\b");
    private static final Pattern BESIDE = Pattern.compile(
            "(?m)^\\[\\d+] (done: .*|stopped: .*|\\w+ runs beside the prompt.*)\n|(?m)^late reply of .*\n");
    private static final Pattern WATCHES = Pattern.compile("^(tail|top|watch)");
    private static final Pattern TRAFFIC =
            Pattern.compile("\\b(tail|top|watch|record|status|commands|describe|plugins)\\b");
    private static final Pattern BY_ITSELF = Pattern.compile("(execute|x|ping|until|bench|top|watch"
            + "|help|man|completion|test|run|serve|tail|replay|[0-9]+)( [^;&$]*)?");
    /** What another example has served leaves the list of the hub some time after its end. */
    private static final Pattern SERVED_BEFORE = Pattern.compile(
            "(?m)^(fake_dropbot|heater|parrot)\\b.*\n|,\\{\"name\":\"(fake_dropbot|heater|parrot)\"[^{}]*}");

    private static final Map<Pattern, String> CHANCES = chances();
    private static final Pattern PLACE =
            Pattern.compile("(?m)^  in lines.hubsh:1\n|,\"file\":\"lines.hubsh\",\"line\":1(?=}})");

    /** Returns it with another hub in place of the one that it names. */
    Example at(String hub) {
        return new Example(line.replace("tcp://localhost:31000", hub), exit);
    }

    /** Returns its first word, which for most examples is a verb. */
    String verb() {
        return line.split("\\W", 2)[0];
    }

    /**
     * Returns whether the operating system's shell can hand the line over as arguments: there {@code $} and {@code "}
     * are its own, and what arrives is text.
     */
    boolean isSubcommand() {
        String outsideQuotes = line.replaceAll("'[^']*'", "");
        return !line.contains("$") && !line.startsWith("_") && !outsideQuotes.contains("\"");
    }

    /** Returns the line cut as the operating system's shell would, were its operators quoted. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        Matcher matcher = ARGUMENT.matcher(line.replaceAll(" # .*", "").replace("; ", " ; "));
        while (matcher.find()) {
            arguments.add(matcher.group().replace("'", ""));
        }
        return arguments;
    }

    /** Returns what of two runs has to be the same when one was given words, not a line, and so points elsewhere. */
    ProcessRun asWords(ProcessRun run) {
        ProcessRun steady = steady(run);
        return exit != 2
                ? steady
                : new ProcessRun(steady.exit(), steady.out(), steady.err().split("\n", 2)[0]);
    }

    /** Returns what a run gave, without what no two runs have in common: measured numbers, and the place in a file. */
    ProcessRun steady(ProcessRun run) {
        return new ProcessRun(
                run.exit(), steady(run.out()), steady(PLACE.matcher(run.err()).replaceAll("")));
    }

    /** Returns whether the prompt takes the next line while this one runs. */
    boolean runsBeside() {
        return line.matches("(tail|serve|record (?!stop)).*") || line.contains(" &");
    }

    /** Returns whether it shows what others say to each other, or what was learned from that. */
    boolean isAboutTraffic() {
        return TRAFFIC.matcher(line).find();
    }

    /** Returns whether it shows nothing that other examples change, so that it may be typed at one prompt with them. */
    boolean isByItself() {
        return BY_ITSELF.matcher(line).matches() && !isAboutTheWay();
    }

    boolean leaves() {
        return line.startsWith("exit");
    }

    /**
     * Returns whether the line is about the way in which it was given: where one sits, what one typed, what one joined.
     */
    boolean isAboutTheWay() {
        return line.startsWith("doctor") || line.startsWith("history") || line.startsWith("context use");
    }

    /** Returns the messages in what a prompt showed from the typed line to the next prompt. */
    String messages(String shown) {
        String below = shown.substring(shown.indexOf('\n') + 1);
        String messages =
                BESIDE.matcher(below.substring(0, below.lastIndexOf('\n') + 1)).replaceAll("");
        // Where the machine is slow, a progress line was shown first, and left an empty row.
        return messages.replaceFirst("^\n+", "");
    }

    /** Traffic continues while it is watched: the start of the watch decides the order, its end the rest. */
    private String steady(String text) {
        if (!MEASURES.matcher(line).find()) {
            return text;
        }
        String same = line.startsWith("plugins") ? SERVED_BEFORE.matcher(text).replaceAll("") : text;
        for (Map.Entry<Pattern, String> chance : CHANCES.entrySet()) {
            same = chance.getKey().matcher(same).replaceAll(chance.getValue());
        }
        if (!WATCHES.matcher(line).find()) {
            // What runs beside a statement may print before it, or after.
            return line.contains(" &") ? same.lines().sorted().collect(Collectors.joining("\n")) : same;
        }
        return same.lines()
                .filter(shown -> !line.contains("cancel") || !shown.contains("execute_reply"))
                .filter(shown -> !shown.contains("(unanswered)"))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static Map<Pattern, String> chances() {
        Map<Pattern, String> chances = new LinkedHashMap<>();
        chances.put(Pattern.compile("[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}"), "ID");
        chances.put(Pattern.compile("\"last_seen\":(null|\"[^\"]*\")"), "\"last_seen\":0");
        chances.put(Pattern.compile("[0-9]+([.:][0-9]+)*([eE]-?[0-9]+)?"), "0");
        // How many polls there is time for, and whether for one, the machine decides.
        chances.put(Pattern.compile("0 polls?, last value (none|\\{\\})"), "0 polls, last value 0");
        // A subscription may arrive after the first pictures of what is broadcast.
        chances.put(Pattern.compile("\"commands\":\\[[^\\]]*\\]"), "\"commands\":0");
        chances.put(Pattern.compile(" +"), " ");
        // A job may have ended, or not, before a statement waits for it.
        chances.put(Pattern.compile("nothing runs in the background\n"), "");
        return chances;
    }
}
