package io.github.hubsh.shell.verb.help;

import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Operand;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.SyntaxTable;
import java.util.ArrayList;
import java.util.List;

/** The completion script of bash and zsh: one table of cases, and what differs between the two around it. */
final class CompletionScript {
    /** Prints the names of the existing contexts when the user presses Tab. */
    static final String CONTEXTS = "hubsh context ls --jq '.[].name' 2>/dev/null";

    private static final String BASH = """
            # Completes hubsh in bash: source <(hubsh completion bash)
            _hubsh_words() {
                COMPREPLY=($(compgen -W "$1" -- "$current"))
            }
            _hubsh_files() {
                compopt -o filenames 2>/dev/null
                COMPREPLY=($(compgen -f -- "$current"))
            }
            _hubsh_contexts() {
                _hubsh_words "$(%s)"
            }
            _hubsh() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} verb= i
                COMPREPLY=()
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case ${COMP_WORDS[i]} in""".formatted(CONTEXTS);

    private static final String ZSH = """
            #compdef hubsh
            _hubsh_words() {
                compadd -- ${=1}
            }
            _hubsh_files() {
                _files
            }
            _hubsh_contexts() {
                _hubsh_words "$(%s)"
            }
            _hubsh() {
                local previous=${words[CURRENT-1]} verb= i
                for ((i = 2; i < CURRENT; i++)); do
                    case ${words[i]} in""".formatted(CONTEXTS);

    private final Syntax program;
    private final String word;
    private final List<String> lines = new ArrayList<>();

    private CompletionScript(Syntax program, String head, String word) {
        this.program = program;
        this.word = word;
        lines.addAll(head.lines().toList());
    }

    static List<String> bash(Syntax program, SyntaxTable verbs) {
        CompletionScript script = new CompletionScript(program, BASH, "${COMP_WORDS[i]}");
        script.body(verbs.all());
        script.lines.add("complete -F _hubsh hubsh");
        return script.lines;
    }

    static List<String> zsh(Syntax program, SyntaxTable verbs) {
        CompletionScript script = new CompletionScript(program, ZSH, "${words[i]}");
        script.body(verbs.all());
        script.lines.add("compdef _hubsh hubsh");
        return script.lines;
    }

    private void body(List<Syntax> verbs) {
        lines.add("            " + String.join("|", valued(program)) + ") ((i++)) ;;");
        lines.add("            -*) ;;");
        lines.add("            *) verb=" + word + "; break ;;");
        lines.add("        esac");
        lines.add("    done");
        lines.add("    case $verb,$previous in");
        values("", program);
        for (Syntax verb : verbs) {
            for (String name : names(verb)) {
                values(name, verb);
            }
        }
        lines.add("        context,use|context,show|context,rm|connect,connect) _hubsh_contexts; return ;;");
        lines.add("    esac");
        lines.add("    case $verb in");
        lines.add("        '') _hubsh_words '" + String.join(" ", program.optionNames()) + " " + all(verbs) + "' ;;");
        for (Syntax verb : verbs) {
            lines.add("        " + String.join("|", names(verb)) + ") " + words(verb, verbs) + " ;;");
        }
        lines.add("    esac");
        lines.add("}");
    }

    /** Adds the completion of option values; most options have none. */
    private void values(String verb, Syntax syntax) {
        List<String> rest = new ArrayList<>();
        for (String name : syntax.optionNames()) {
            Option option = syntax.option(name);
            if (option != null && option.kind() == Kind.FILE) {
                lines.add("        " + verb + "," + name + ") _hubsh_files; return ;;");
            } else if (option != null && option.kind() == Kind.CONTEXT) {
                lines.add("        " + verb + "," + name + ") _hubsh_contexts; return ;;");
            } else if (option != null && option.kind() == Kind.CHOICE) {
                lines.add("        " + verb + "," + name + ") _hubsh_words '" + String.join(" ", option.choices())
                        + "'; return ;;");
            } else if (option != null && option.takesValue()) {
                rest.add(verb + "," + name);
            }
        }
        if (!rest.isEmpty()) {
            lines.add("        " + String.join("|", rest) + ") return ;;");
        }
    }

    private static String words(Syntax verb, List<Syntax> verbs) {
        String names = String.join(" ", verb.optionNames());
        for (Operand operand : verb.operands()) {
            names += operand.kind() == Kind.VERB ? " " + all(verbs) : "";
            names += operand.choices().isEmpty() ? "" : " " + String.join(" ", operand.choices());
        }
        return "_hubsh_words '" + names + "'";
    }

    private static List<String> valued(Syntax syntax) {
        List<String> valued = new ArrayList<>();
        for (String name : syntax.optionNames()) {
            Option option = syntax.option(name);
            if (option != null && option.takesValue()) {
                valued.add(name);
            }
        }
        return valued;
    }

    static List<String> names(Syntax verb) {
        List<String> names = new ArrayList<>(List.of(verb.name()));
        names.addAll(verb.aliases());
        return names;
    }

    private static String all(List<Syntax> verbs) {
        List<String> all = new ArrayList<>();
        for (Syntax verb : verbs) {
            all.addAll(names(verb));
        }
        return String.join(" ", all);
    }
}
