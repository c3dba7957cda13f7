package io.github.hubsh.shell.command;

/** Starts a hub and a few plugins to play with. */
public final class Demo implements Verb {
    private static final Syntax SYNTAX = Syntax.of("demo", Group.HUBS, "a hub and plugins to try hubsh with")
            .option("-c", "LINE", Kind.TEXT, "run this line instead of the prompt; may be repeated")
            .option("-f", "FILE", Kind.FILE, "run the lines of this file instead of the prompt")
            .flag("--keep-going", "go on after an error in -c or -f")
            .example("demo")
            .example("demo -c 'execute plugin_a do_thing x=1'")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Word line = arguments.word("-c") != null ? arguments.word("-c") : arguments.word("-f");
        if (line != null) {
            throw ShellException.at(line.place(0), "-c and -f belong to the program: hubsh demo -c 'LINE'");
        }
        session.host().startDemo();
        return Outcome.NOTHING;
    }
}
