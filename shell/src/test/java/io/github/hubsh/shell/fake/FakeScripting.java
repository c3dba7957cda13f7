package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.PromptLanguage;
import io.github.hubsh.shell.session.Scripting;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.result.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs no JavaScript, and writes down what it is asked to run. */
public final class FakeScripting implements Scripting {
    /** A line for each script. */
    public final List<String> calls = new ArrayList<>();

    public final List<TestPlan> plans = new ArrayList<>();
    public final List<Limits> limits = new ArrayList<>();

    @Override
    public Outcome evaluate(String code, Limits given, Session session) {
        return called("evaluate " + code, given);
    }

    @Override
    public Outcome run(String file, List<String> arguments, Limits given, Session session) {
        return called("run " + file + " " + arguments, given);
    }

    @Override
    public Outcome test(List<String> files, TestPlan plan, Limits given, Session session) {
        plans.add(plan);
        return called("test " + files, given);
    }

    @Override
    public Outcome serve(String name, @Nullable String file, @Nullable Duration time, Limits given, Session session) {
        return called("serve " + name + " " + file + " " + time, given);
    }

    @Override
    public PromptLanguage dialect(Session session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    private Outcome called(String call, Limits given) {
        calls.add(call);
        limits.add(given);
        return Outcome.NOTHING;
    }
}
