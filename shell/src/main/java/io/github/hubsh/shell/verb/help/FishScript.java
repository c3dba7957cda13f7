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
    private static final String CONTEXTS = " -a '(__hubsh_memory X)'";
    private static final String REMEMBERED = " -a '(__hubsh_memory)'";
    private static final String BEFORE_VERB = "complete -c hubsh -n __hubsh_is";

    private static final String FUNCTIONS = """
            function __hubsh_memory
                set -l folder $PWD
                set -l project ''
                while test -z "$project"
                    test -f $folder/.hubsh.toml; and set project $folder/.hubsh.toml
                    test -n "$folder"; or break
                    set folder (string replace -r '/[^/]*$' '' -- $folder)
                end
                set -l words (commandline -opc)
                set -l current (commandline -ct)
                string match -q -- '-*' "$current"; and return
                command awk $__hubsh_program plain "$argv[1]" "$project" '' "$current" $words[2..-1] 2>/dev/null
            end
            # Whether the verb is one of these; without any, whether there is none yet.
            function __hubsh_is
                set -l words (commandline -opc)
                set -l value no
                for word in $words[2..-1]
                    if test $value = yes
                        set value no
                    else if contains -- $word %s
                        set value yes
                    else if not string match -q -- '-*' $word
                        contains -- $word $argv
                        return
                    end
                end
                test (count $argv) -eq 0
            end
            """;

    private FishScript() {}

    static List<String> of(Syntax program, SyntaxTable verbs) {
        List<String> lines = new ArrayList<>();
        lines.add("# Completes hubsh in fish: hubsh completion fish > ~/.config/fish/completions/hubsh.fish");
        lines.add("set -g __hubsh_program " + quoted(String.join("\n", CompletionMemory.of(program, verbs))));
        String valued = String.join(" ", CompletionScript.valued(program));
        lines.addAll(FUNCTIONS.formatted(valued).lines().toList());
        lines.add("complete -c hubsh -f");
        options(lines, BEFORE_VERB, program);
        for (Syntax verb : verbs.all()) {
            for (String name : CompletionScript.names(verb)) {
                lines.add(BEFORE_VERB + " -a " + name + " -d " + quoted(verb.summary()));
            }
            String seen = "'__hubsh_is " + String.join(" ", CompletionScript.names(verb)) + "'";
            options(lines, "complete -c hubsh -n " + seen, verb);
            if (CompletionMemory.isRemembered(verb)) {
                lines.add("complete -c hubsh -n " + seen + REMEMBERED);
            }
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
        if (CompletionMemory.isRemembered(option)) {
            return " -x" + REMEMBERED;
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
