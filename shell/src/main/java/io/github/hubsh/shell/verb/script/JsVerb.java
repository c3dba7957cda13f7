package io.github.hubsh.shell.verb.script;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Scripting;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;

/** Evaluates JavaScript, or turns to the prompt for it. */
public final class JsVerb implements Verb {
    private static final Syntax SYNTAX = ScriptOptions.addTo(
                    Syntax.of(VerbName.JS, "JavaScript; alone the js> prompt").optional("EXPR", Kind.TEXT))
            .example("js 6 * 7")
            .example("js hub.plugins().map(p => p.name)")
            .example("js 'const r = hub.execute(\"plugin_a\", \"do_thing\", {x: 1}); r.x + 1'")
            .example("js --json [1n << 64n, new Uint8Array([1, 2])]")
            .detail("Everything up to ';', '|' or '#' is JavaScript; quote code that has these.")
            .detail("Shell variables are JavaScript variables, and vice versa.")
            .detail("${ expression } puts a value into any line. help javascript shows the calls.")
            .detail("At js> a line continues while brackets are open; exit or Ctrl-D leaves it.")
            .detail("HUBSH_JS_OPTIMISE=1 hubsh run FILE compiles what calculates for long, on Java 25")
            .detail("once mvn -P optimise package has fetched the compiler; it starts 3 s later.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Scripting scripting = session.program().services().scripting();
        String code = arguments.optionalOperand(0);
        if (code == null) {
            session.program().setPromptLanguage(scripting.dialect(session));
            session.io()
                    .display()
                    .say(MessageLevel.ASIDE, "JavaScript; exit or Ctrl-D leaves it, help shows its calls");
            return Outcome.NOTHING;
        }
        return scripting.evaluate(code, ScriptOptions.limits(arguments), session);
    }
}
