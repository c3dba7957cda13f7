package io.github.hubsh.shell.command;

/** Leaves the shell. */
public final class Exit implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.EXIT, "leave the shell, as Ctrl-D does")
            .example("exit")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        return new Outcome.Exit();
    }
}
