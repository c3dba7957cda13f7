package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.Scripting.TestPlan;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.result.Outcome;
import java.nio.file.Path;
import java.util.List;

/** Runs files of tests. The engine knows no tests; {@code app} gives it the runner through this interface. */
@FunctionalInterface
public interface TestRunner {
    /** Runs the files and shows how they go; the files exist. */
    Outcome run(List<Path> files, TestPlan plan, Limits limits, ScriptEnvironment environment, Session session);
}
