package io.github.hubsh.shell.script.sandbox;

import io.github.hubsh.shell.session.PromptLanguage;
import io.github.hubsh.shell.session.Scripting;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.result.Outcome;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scripts that a script runs: they may do no more than it may, and are read only where it may read. */
record SandboxScripting(Scripting scripting, Permissions permissions) implements Scripting {
    private static final String CURRENT_FOLDER = ".";

    @Override
    public Outcome evaluate(String code, Limits limits, Session session) {
        permissions.requireNoMore(limits);
        return scripting.evaluate(code, limits, session);
    }

    @Override
    public Outcome run(String file, List<String> arguments, Limits limits, Session session) {
        permissions.requireNoMore(limits);
        return scripting.run(readable(file), arguments, limits, session);
    }

    @Override
    public Outcome test(List<String> files, TestPlan plan, Limits limits, Session session) {
        permissions.requireNoMore(limits);
        List<String> named = files.isEmpty() ? List.of(CURRENT_FOLDER) : files;
        return scripting.test(named.stream().map(this::readable).toList(), plan, limits, session);
    }

    @Override
    public Outcome serve(String name, @Nullable String file, @Nullable Duration time, Limits limits, Session session) {
        permissions.requireNoMore(limits);
        return scripting.serve(name, file == null ? null : readable(file), time, limits, session);
    }

    @Override
    public PromptLanguage dialect(Session session) {
        return scripting.dialect(session);
    }

    /** The shell closes its scripts. */
    @Override
    public void close() {
        throw Permissions.refused("end the scripts of the shell");
    }

    private String readable(String file) {
        return permissions.readable(file).toString();
    }
}
