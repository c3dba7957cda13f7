package io.github.hubsh.shell.verb.help;

import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Operand;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.SyntaxTable;
import java.util.ArrayList;
import java.util.List;

/** The completion script of fish, which is a list of facts. */
final class FishScript {
    private static final String CONTEXTS = " -a " + quoted("(" + CompletionScript.CONTEXTS + ")");
    private static final String BEFORE_VERB = "complete -c hubsh -n __fish_use_subcommand";

    private FishScript() {}

    static List<String> of(Syntax program, SyntaxTable verbs) {
        List<String> lines = new ArrayList<>();
        lines.add("# Completes hubsh in fish: hubsh completion fish > ~/.config/fish/completions/hubsh.fish");
        lines.add("complete -c hubsh -f");
        options(lines, BEFORE_VERB, program);
        for (Syntax verb : verbs.all()) {
            for (String name : CompletionScript.names(verb)) {
                lines.add(BEFORE_VERB + " -a " + name + " -d " + quoted(verb.summary()));
            }
            String seen = "'__fish_seen_subcommand_from " + String.join(" ", CompletionScript.names(verb)) + "'";
            options(lines, "complete -c hubsh -n " + seen, verb);
            for (Operand operand : verb.operands()) {
                if (operand.kind() == Kind.CONTEXT || operand.kind() == Kind.HUB) {
                    lines.add("complete -c hubsh -n " + seen + CONTEXTS);
                }
                if (!operand.choices().isEmpty()) {
                    lines.add("complete -c hubsh -n " + seen + " -a '" + String.join(" ", operand.choices()) + "'");
                }
            }
        }
        return lines;
    }

    private static void options(List<String> lines, String start, Syntax syntax) {
        for (String name : syntax.optionNames()) {
            Option option = syntax.option(name);
            if (option == null) {
                continue;
            }
            boolean isLong = name.startsWith("--");
            lines.add(start + (isLong ? " -l " + name.substring(2) : " -s " + name.substring(1)) + value(option)
                    + " -d " + quoted(option.summary()));
        }
    }

    private static String value(Option option) {
        if (option.kind() == Kind.CHOICE) {
            return " -x -a '" + String.join(" ", option.choices()) + "'";
        }
        if (option.kind() == Kind.CONTEXT) {
            return " -x" + CONTEXTS;
        }
        if (option.kind() == Kind.FILE) {
            return " -r -F";
        }
        return option.takesValue() ? " -x" : "";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
