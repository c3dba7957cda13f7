package io.github.hubsh.shell.verb.script;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.ScriptFile;
import io.github.hubsh.shell.session.Scripting;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs a script: JavaScript, or lines of the shell. */
public final class RunVerb implements Verb {
    private static final Syntax SYNTAX = ScriptOptions.addTo(Syntax.of(VerbName.RUN, "run a script: .js, .mjs, .hubsh")
                    .operand("FILE", Kind.FILE)
                    .rest("ARG")
                    .flag("--echo", "show each line of a .hubsh before it runs"))
            .example("run smoke.js")
            .example("run --timeout 1m smoke.js electrode043")
            .example("run setup.hubsh")
            .detail("Words after FILE go to the script: args in JavaScript, $args in .hubsh.")
            .detail("It ends when nothing is pending: no promise, timer, handler or plugin of it.")
            .detail("It reaches the hub and imports what is beside it; nothing else unless allowed.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        String file = arguments.operand(0);
        List<String> rest = new ArrayList<>();
        for (int i = 1; i < arguments.operandCount(); i++) {
            rest.add(arguments.operand(i));
        }
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".hubsh")) {
            lines(file, rest, arguments.has("--echo"), session);
            return Outcome.NOTHING;
        }
        if (!name.endsWith(".js") && !name.endsWith(".mjs")) {
            throw ShellException.at(
                    arguments.operandWord(0).place(0), "expected a file that ends in .js, .mjs or .hubsh");
        }
        Scripting scripting = session.program().services().scripting();
        return scripting.run(file, rest, ScriptOptions.limits(arguments), session);
    }

    private static void lines(String file, List<String> arguments, boolean echoed, Session session) {
        session.memory().variables().put("args", new ArrayList<>(arguments));
        ScriptFile lines = new ScriptFile(file, session.io().files().text(file), echoed);
        session.language().run(lines, session, session.io().display()::show);
    }
}
