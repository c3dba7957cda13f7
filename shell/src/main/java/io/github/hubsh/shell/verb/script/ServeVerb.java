package io.github.hubsh.shell.verb.script;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;

/** Serves a plugin that is written in JavaScript. */
public final class ServeVerb implements Verb {
    private static final Syntax SYNTAX = ScriptOptions.addPermissions(
                    Syntax.of(VerbName.SERVE, "be a plugin written in JavaScript")
                            .live()
                            .operand("NAME", Kind.TEXT)
                            .optional("FILE", Kind.FILE))
            .flag("--echo", "without a file: answer the command echo with its arguments")
            .option("--for", "TIME", Kind.DURATION, "end after this time")
            .example("serve fake_dropbot fake-dropbot.js --for 200ms")
            .example("serve parrot --echo --for 200ms")
            .detail("Commands are the functions that FILE exports, or those of its default export.")
            .detail("A command may be {run, documentation, arguments, examples} to describe itself.")
            .detail("It runs until Ctrl-C. A hub that is lost and back within --timeout or --wait is")
            .detail("joined again.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        String file = arguments.optionalOperand(1);
        if ((file == null) != arguments.has("--echo")) {
            throw ShellException.at(arguments.operandWord(0).after(), "expected either FILE or --echo");
        }
        return session.program()
                .services()
                .scripting()
                .serve(
                        arguments.operand(0),
                        file,
                        arguments.duration("--for"),
                        ScriptOptions.limits(arguments),
                        session);
    }
}
