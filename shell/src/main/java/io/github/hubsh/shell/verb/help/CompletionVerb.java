package io.github.hubsh.shell.verb.help;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.SyntaxTable;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;

/** Prints a script that teaches another shell to complete our words. */
public final class CompletionVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.COMPLETION, "a completion script for another shell")
            .operand("bash|zsh|fish", Kind.CHOICE)
            .example("completion bash")
            .example("completion zsh")
            .example("completion fish")
            .detail("bash:  source <(hubsh completion bash)")
            .detail("zsh:   hubsh completion zsh > ~/.zfunc/_hubsh, with ~/.zfunc in fpath")
            .detail("fish:  hubsh completion fish > ~/.config/fish/completions/hubsh.fish")
            .detail("They offer what hubsh remembers of the hub that the line would use, and read it")
            .detail("with awk from ~/.cache/hubsh/knowledge: no start of hubsh, no network.")
            .build();

    private final SyntaxTable verbs;

    public CompletionVerb(SyntaxTable verbs) {
        this.verbs = verbs;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Syntax program = session.program().services().syntax();
        return new Outcome.Text(
                switch (arguments.operand(0)) {
                    case "bash" -> CompletionScript.bash(program, verbs);
                    case "zsh" -> CompletionScript.zsh(program, verbs);
                    case "fish" -> FishScript.of(program, verbs);
                    default ->
                        throw ShellException.at(
                                arguments.operandWord(0).place(0),
                                "expected bash, zsh or fish, found '" + arguments.operand(0) + "'");
                });
    }
}
