package io.github.hubsh.shell.assist;

import io.github.hubsh.shell.line.LineText;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.memory.JobControl;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.verb.help.HelpTopics;
import io.github.hubsh.shell.word.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can stand as an operand or an option's value, by its kind. */
final class ValueCompleter {
    /** More plugins are listed by their names alone. */
    private static final int MAX_DESCRIBED = 20;

    private final SessionMemory memory;
    private final List<Candidate> candidates;

    /**
     * Adds to others.
     *
     * @param candidates where to add what fits
     */
    ValueCompleter(SessionMemory memory, List<Candidate> candidates) {
        this.memory = memory;
        this.candidates = candidates;
    }

    /**
     * Adds what fits; returns whether file names do.
     *
     * @param operands those before
     */
    boolean add(Kind kind, List<String> choices, List<Word> operands, String typed) {
        switch (kind) {
            case PLUGIN -> plugins(typed);
            case COMMAND -> commands(operands.get(operands.size() - 1).text(), typed, "");
            case VERB -> {
                verbs(typed);
                add(HelpTopics.SUMMARIES, "", typed, "topics");
            }
            case CONTEXT, HUB -> add(memory.context().names(), "", typed, "contexts");
            case JOB -> jobs(typed);
            case SETTING -> add(Setting.keys(), "", typed, "settings");
            case CHOICE, FILE, URI -> add(choices, "", typed, "values");
            default -> {
                // Nothing is known about times, counts, URIs and texts.
            }
        }
        return kind == Kind.FILE;
    }

    /** Adds names that fit what was typed behind a sign. */
    void add(List<String> known, String sign, String typed, String group) {
        for (String name : Matching.of(known, typed)) {
            candidates.add(new Candidate(sign + LineText.quote(name), "", group));
        }
    }

    /** Adds names with their descriptions. */
    void add(Map<String, String> known, String sign, String typed, String group) {
        for (String name : Matching.of(known.keySet(), typed)) {
            candidates.add(new Candidate(sign + LineText.quote(name), known.getOrDefault(name, ""), group));
        }
    }

    void verbs(String typed) {
        Map<String, Syntax> verbs = new LinkedHashMap<>();
        for (Syntax syntax : VerbTable.syntaxes().all()) {
            verbs.put(syntax.name(), syntax);
        }
        for (String name : Matching.of(verbs.keySet(), typed)) {
            Syntax syntax = verbs.get(name);
            if (syntax != null) {
                candidates.add(
                        new Candidate(name, syntax.summary(), syntax.group().title()));
            }
        }
    }

    void commands(String plugin, String typed, String sign) {
        for (String command : Matching.of(memory.catalog().commands(plugin), typed)) {
            KnownCommand known = memory.catalog().command(plugin, command);
            String documentation = known == null ? "" : known.documentation();
            candidates.add(new Candidate(sign + LineText.quote(command), documentation, "commands of " + plugin));
        }
    }

    private void plugins(String typed) {
        List<String> fitting = Matching.of(memory.catalog().plugins(), typed);
        for (String plugin : fitting) {
            int commands = fitting.size() > MAX_DESCRIBED
                    ? 0
                    : memory.catalog().commands(plugin).size();
            String description = commands == 0 ? "" : commands == 1 ? "1 command" : commands + " commands";
            candidates.add(new Candidate(LineText.quote(plugin), description, "plugins"));
        }
    }

    private void jobs(String typed) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (JobControl.Entry job : memory.jobs().list()) {
            lines.put(Integer.toString(job.number()), job.line());
        }
        add(lines, "", typed, "jobs");
    }
}
