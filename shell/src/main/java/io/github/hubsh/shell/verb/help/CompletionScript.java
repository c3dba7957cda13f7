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
    /** Finds the file of the project, and asks what is remembered. Bash and zsh understand it alike. */
    private static final String ASK = """
            _hubsh_ask() {
                local folder=$PWD project=
                while [[ -z $project ]]; do
                    [[ -f $folder/.hubsh.toml ]] && project=$folder/.hubsh.toml
                    [[ -n $folder ]] || break
                    folder=${folder%/*}
                done
                command awk "$_hubsh_program" "$1" "$2" "$project" "${@:3}" 2>/dev/null
            }
            _hubsh_contexts() {
                _hubsh_memory X
            }
            """;

    private static final String BASH = """
            _hubsh_words() {
                COMPREPLY=($(compgen -W "$1" -- "$current"))
            }
            _hubsh_files() {
                compopt -o filenames 2>/dev/null
                COMPREPLY=($(compgen -f -- "$current"))
            }
            _hubsh_memory() {
                local line
                [[ $current != -* ]] || return
                while IFS= read -r line; do
                    COMPREPLY+=("${line%%$'\t'*}")
                done < <(_hubsh_ask bash "${1-}" "${COMP_WORDBREAKS//[[:space:]]/}" "$current" "${before[@]:1}")
                [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace 2>/dev/null
                [[ -n ${COMPREPLY[0]-} ]]
            }
            # Bash splits words at = and : too. Sets before and current.
            _hubsh_split() {
                local rest=${COMP_LINE:0:COMP_POINT} blank i n=-1
                before=()
                for ((i = 0; i <= COMP_CWORD; i++)); do
                    blank=${rest%%[![:space:]]*}
                    rest=${rest#"$blank"}
                    [[ $i -gt 0 && -z $blank ]] || n=$((n + 1))
                    if ((i == COMP_CWORD)); then
                        before[n]=${before[n]-}$rest
                    else
                        before[n]=${before[n]-}${COMP_WORDS[i]}
                        rest=${rest#"${COMP_WORDS[i]}"}
                    fi
                done
                current=${before[n]}
                unset "before[n]"
            }
            _hubsh() {
                local before current verb= i previous
                COMPREPLY=()
                _hubsh_split
                previous=${before[${#before[@]}-1]-}
                for ((i = 1; i < ${#before[@]}; i++)); do
                    case ${before[i]} in""";

    private static final String ZSH = """
            _hubsh_words() {
                compadd -- ${=1}
            }
            _hubsh_files() {
                _files
            }
            _hubsh_memory() {
                local line tab=$'\t'
                local -a found open_found shown open_shown
                [[ $PREFIX != -* ]] || return
                while IFS= read -r line; do
                    if [[ ${line%%$tab*} == *= ]]; then
                        open_found+=("${line%%$tab*}")
                        open_shown+=("${line/$tab/  }")
                    else
                        found+=("${line%%$tab*}")
                        shown+=("${line/$tab/  }")
                    fi
                done < <(_hubsh_ask plain "${1-}" '' "${(Q)PREFIX}" "${(@Q)words[2,CURRENT-1]}")
                compadd -l -d open_shown -S '' -a open_found && return
                compadd -l -d shown -a found || compadd -l -d shown -M 'l:|=*' -a found
            }
            _hubsh() {
                local previous=${words[CURRENT-1]} verb= i
                for ((i = 2; i < CURRENT; i++)); do
                    case ${words[i]} in""";

    private final Syntax program;
    private final String word;
    private final List<String> lines = new ArrayList<>();

    private CompletionScript(Syntax program, String first, List<String> memory, String head, String word) {
        this.program = program;
        this.word = word;
        lines.add(first);
        lines.add("_hubsh_program='");
        lines.addAll(memory);
        lines.add("'");
        lines.addAll((ASK + head).lines().toList());
    }

    static List<String> bash(Syntax program, SyntaxTable verbs) {
        String first = "# Completes hubsh in bash: source <(hubsh completion bash)";
        List<String> memory = CompletionMemory.of(program, verbs);
        CompletionScript script = new CompletionScript(program, first, memory, BASH, "${before[i]}");
        script.body(verbs.all());
        script.lines.add("complete -F _hubsh hubsh");
        return script.lines;
    }

    static List<String> zsh(Syntax program, SyntaxTable verbs) {
        List<String> memory = CompletionMemory.of(program, verbs);
        CompletionScript script = new CompletionScript(program, "#compdef hubsh", memory, ZSH, "${words[i]}");
        script.body(verbs.all());
        // As a file of fpath this is the body of the function, which the first Tab calls.
        script.lines.add("if [[ ${funcstack[1]} == _hubsh ]]; then _hubsh \"$@\"; else compdef _hubsh hubsh; fi");
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
            } else if (option != null && CompletionMemory.isRemembered(option)) {
                lines.add("        " + verb + "," + name + ") _hubsh_memory; return ;;");
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
        String first = CompletionMemory.isRemembered(verb) ? "_hubsh_memory || " : "";
        return first + "_hubsh_words '" + names + "'";
    }

    static List<String> valued(Syntax syntax) {
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
