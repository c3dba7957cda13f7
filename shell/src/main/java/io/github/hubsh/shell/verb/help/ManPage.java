package io.github.hubsh.shell.verb.help;

import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.SyntaxTable;
import io.github.hubsh.shell.word.Problem;
import java.util.ArrayList;
import java.util.List;

/** The manual page in roff, from the table of verbs. */
final class ManPage {
    private final List<String> lines = new ArrayList<>();

    private ManPage() {}

    static List<String> of(Syntax program, SyntaxTable verbs, String version) {
        ManPage page = new ManPage();
        page.lines.add(".TH HUBSH 1 \"\" \"hubsh " + text(version) + "\"");
        page.section("NAME", "hubsh - " + program.summary());
        page.section("SYNOPSIS", "hubsh [OPTION ...] [VERB ...]");
        page.section(
                "DESCRIPTION", "Without a verb it opens the prompt at a terminal, and else reads lines from stdin.");
        page.lines.add(".SH OPTIONS");
        page.options(program, program.optionNames());
        page.lines.add(".SH VERBS");
        page.lines.add(text("Every verb takes --json, --jsonl, --raw, --table, --jq and --quiet too."));
        verbs.all().forEach(page::verb);
        page.lines.add(".SH EXIT STATUS");
        for (Problem problem : Problem.values()) {
            page.term(problem.exitCode() + " " + problem.kind(), problem.remedy());
        }
        return page.lines;
    }

    private void section(String title, String paragraph) {
        lines.add(".SH " + title);
        lines.add(text(paragraph));
    }

    private void verb(Syntax verb) {
        lines.add(".SS " + text(verb.usage()));
        String aliases = verb.aliases().isEmpty() ? "" : "; short: " + String.join(", ", verb.aliases());
        lines.add(text(verb.summary() + aliases));
        options(verb, verb.options().stream().map(Option::name).toList());
        verb.details().forEach(this::detail);
        lines.add(".PP");
        lines.add(".nf");
        verb.examples().forEach(example -> lines.add(text("  " + example)));
        lines.add(".fi");
    }

    /** Sentences flow: the lines of the help are too wide for a page that is indented. One in columns stays a line. */
    private void detail(String line) {
        boolean columns = line.contains("  ");
        if (columns) {
            lines.add(".br");
        }
        lines.add(text(line));
        if (columns) {
            lines.add(".br");
        }
    }

    private void options(Syntax syntax, List<String> names) {
        for (String name : names) {
            Option option = syntax.option(name);
            if (option != null) {
                term(option.toString(), option.summary());
            }
        }
        lines.add(".PP");
    }

    private void term(String term, String what) {
        lines.add(".TP");
        lines.add(text(term));
        lines.add(text(what));
    }

    /** Escapes what roff would take as a command, so that it is printed, in a locale without an ellipsis too. */
    private static String text(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
