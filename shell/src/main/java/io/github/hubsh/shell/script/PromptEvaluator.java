package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.graalvm.polyglot.Source;
import org.jspecify.annotations.Nullable;

/** The JavaScript that is typed: every evaluation sees what those before it made, and the variables of the shell. */
final class PromptEvaluator implements AutoCloseable {
    private final Script script;
    private final SharedVariables variables;

    // Mutable state, of the script's thread
    private int evaluations;
    private volatile boolean ready;
    private volatile Map<String, @Nullable Object> members = Map.of();

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
        return evaluate(limit, session, () -> evaluateHere(code, session));
    }

    /** Evaluates what was typed at the prompt for JavaScript: its value looks as JavaScript writes it. */
    Outcome echo(String code, Session session) {
        return evaluate(null, session, () -> {
            try {
                return echoHere(code, session);
            } finally {
                rememberMembers();
            }
        });
    }

    /** Loads what the first evaluation needs, in the background. */
    void prepare() {
        script.inbox().submit(() -> {
            script.runtime();
            ready = true;
            rememberMembers();
        });
    }

    private void rememberMembers() {
        members = ScriptText.readObject("=" + script.runtime().call("members").asString());
    }

    /** Returns whether an evaluation begins at once. */
    boolean isReady() {
        return ready;
    }

    private Outcome evaluate(@Nullable Duration limit, Session session, Callable<Outcome> work) {
        if (script.isCurrent()) {
            throw new ShellException(Problem.USAGE, "JavaScript cannot wait for more JavaScript that it runs itself");
        }
        return script.run(session, limit, () -> {
            boolean atPrompt = session.hub().settings().observing();
            boolean done = atPrompt;
            try {
                Outcome outcome = work.call();
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

    /** Returns for a variable the names behind its dot, or the name of the plugin that it holds. */
    Map<String, @Nullable Object> members() {
        return members;
    }

    @Override
    public void close() {
        script.close();
    }

    private Outcome evaluateHere(String code, Session session) {
        return evaluated(code, session, script::evaluate, Outcome::value);
    }

    private Outcome echoHere(String code, Session session) {
        ScriptRuntime runtime = script.runtime();
        return evaluated(
                code,
                session,
                source -> script.complete(() -> runtime.call("finishShown", runtime.evaluate(source))),
                value -> {
                    String look = runtime.call("look").asString();
                    return new Outcome.Value(value, null, look.isEmpty() ? null : look);
                });
    }

    private Outcome evaluated(
            String code,
            Session session,
            Function<Source, String> evaluate,
            Function<@Nullable Object, Outcome> outcome) {
        String name = "js#" + ++evaluations;
        variables.bring(session.memory().variables());
        try {
            PromptCode rewritten = PromptCode.of(code, this::parses);
            script.sources().type(name, code, rewritten.shift());
            Source source = Source.newBuilder("js", rewritten.text(), name).buildLiteral();
            String text = evaluate.apply(source);
            return text.isEmpty() || rewritten.isDeclaration() ? Outcome.NOTHING : outcome.apply(ScriptText.read(text));
        } finally {
            variables.take(session.memory().variables());
        }
    }

    private boolean parses(String text) {
        return script.runtime().parses(text);
    }
}
