package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import org.graalvm.polyglot.Source;
import org.jspecify.annotations.Nullable;

/** The JavaScript that is typed: every evaluation sees what those before it made, and the variables of the shell. */
final class PromptEvaluator implements AutoCloseable {
    private final Script script;
    private final SharedVariables variables;

    // Mutable state, of the script's thread
    private int evaluations;

    PromptEvaluator(ScriptEnvironment environment, Limits limits, Session session) {
        ScriptSetup setup = new ScriptSetup("hubsh-js", environment.directory(), List.of(), PARTS);
        this.script = new Script(setup, limits, environment, session);
        this.variables = new SharedVariables(script);
    }

    private static final List<String> PARTS = java.util.stream.Stream.concat(
                    ScriptRuntime.BASIC.stream(), java.util.stream.Stream.of("playground"))
            .toList();

    boolean isClosed() {
        return script.isClosed();
    }

    /** Evaluates; at the prompt pending work continues in the background, elsewhere it is waited for. */
    Outcome evaluate(String code, @Nullable Duration limit, Session session) {
        if (script.isCurrent()) {
            throw new ShellException(Problem.USAGE, "JavaScript cannot wait for more JavaScript that it runs itself");
        }
        return script.run(session, limit, () -> {
            boolean atPrompt = session.hub().settings().observing();
            boolean done = atPrompt;
            try {
                Outcome outcome = evaluateHere(code, session);
                if (!atPrompt) {
                    script.finishPending();
                }
                done = true;
                return outcome;
            } finally {
                if (!done) {
                    script.outside().cancelAll();
                }
            }
        });
    }

    /** Returns the names that stand for something, for completion; from the last evaluation. */
    List<String> names() {
        return variables.names();
    }

    @Override
    public void close() {
        script.close();
    }

    private Outcome evaluateHere(String code, Session session) {
        String name = "js#" + ++evaluations;
        variables.bring(session.memory().variables());
        try {
            PromptCode rewritten = PromptCode.of(code, this::parses);
            script.sources().type(name, code, rewritten.shift());
            Source source = Source.newBuilder("js", rewritten.text(), name).buildLiteral();
            String text = script.evaluate(source);
            return text.isEmpty() || rewritten.isDeclaration() ? Outcome.NOTHING : Outcome.value(ScriptText.read(text));
        } finally {
            variables.take(session.memory().variables());
        }
    }

    private boolean parses(String text) {
        return script.kit().parses(text);
    }
}
