package io.github.hubsh.shell.verb.script;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Scripting;
import io.github.hubsh.shell.session.Scripting.TestMode;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Runs files of tests, and reports. */
public final class TestVerb implements Verb {
    private static final Duration DEFAULT_TEST_TIMEOUT = Duration.ofSeconds(30);

    private static final Syntax SYNTAX = ScriptOptions.addPermissions(
                    Syntax.of(VerbName.TEST, "run tests written in JavaScript").any("FILE", Kind.FILE))
            .option("--filter", "RE", Kind.TEXT, "only tests whose full name matches")
            .option("--report-junit", "FILE", Kind.FILE, "write a report in JUnit's XML")
            .option("--report-tap", "FILE", Kind.FILE, "write a report in TAP 14")
            .option("--report-json", "FILE", Kind.FILE, "write a report in JSON")
            .option("--report-html", "FILE", Kind.FILE, "write a report as one page for people")
            .flag("--github", "annotate failures in GitHub; default in its workflows")
            .option("--retry", "N", Kind.COUNT, "run a failed test again, up to N times")
            .flag("--update", "write the snapshots of toMatchSnapshot as they are now")
            .flag("--watch", "run again whenever a module changes, until Ctrl-C")
            .flag("--bail", "end with the first test that fails")
            .flag("--pass-with-no-tests", "pass though no test runs")
            .option("--parallel", "N", Kind.COUNT, "run N files at once; default 1")
            .option("--timeout", "TIME", Kind.DURATION, "how long a test may take; default 30s")
            .example("test smoke.test.js")
            .example("test --parallel 4")
            .example("test smoke.test.js --filter liquid --retry 2 --report-junit junit.xml")
            .detail("FILE may be a folder: its *.test.js and *.spec.js; without FILE, this one.")
            .detail("With --parallel the fakes of a file are FILE:NAME on the hub, NAME in its tests.")
            .detail("Exit code: 4 if a test did not pass, for whatever reason, or if none ran; 3 if")
            .detail("there is no hub, or it was lost.")
            .detail("A report to - goes to stdout, and all else to stderr.")
            .detail("Reports list every test, also those that Ctrl-C or --bail left out.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < arguments.operandCount(); i++) {
            files.add(arguments.operand(i));
        }
        refuseOneFile(arguments, session.io().display().wantsJson());
        Duration patience = arguments.duration("--timeout");
        Scripting.TestPlan plan = new Scripting.TestPlan(
                filter(arguments),
                arguments.count("--retry", 0),
                arguments.has("--bail"),
                arguments.count("--parallel", 1),
                patience == null ? DEFAULT_TEST_TIMEOUT : patience,
                report(arguments, "--report-junit", session),
                report(arguments, "--report-tap", session),
                report(arguments, "--report-json", session),
                report(arguments, "--report-html", session),
                modes(arguments));
        Scripting scripting = session.program().services().scripting();
        return scripting.test(files, plan, ScriptOptions.limits(arguments), session);
    }

    private static Set<TestMode> modes(Arguments arguments) {
        Set<TestMode> modes = EnumSet.noneOf(TestMode.class);
        if (arguments.has("--update")) {
            modes.add(TestMode.UPDATE_SNAPSHOTS);
        }
        if (arguments.has("--pass-with-no-tests")) {
            modes.add(TestMode.PASS_WITH_NO_TESTS);
        }
        if (arguments.has("--github")) {
            modes.add(TestMode.GITHUB_ANNOTATIONS);
        }
        if (arguments.has("--watch")) {
            modes.add(TestMode.WATCH);
        }
        return modes;
    }

    private static @org.jspecify.annotations.Nullable String filter(Arguments arguments) {
        Word expression = arguments.word("--filter");
        if (expression == null) {
            return null;
        }
        try {
            return Pattern.compile(expression.text()).pattern();
        } catch (PatternSyntaxException wrong) {
            int index = Math.max(0, wrong.getIndex());
            throw ShellException.at(
                    expression.place(index), "expected a regular expression: " + wrong.getDescription());
        }
    }

    /** Two reports to one file would leave only the second, and a report in place of a test would destroy it. */
    private static void refuseOneFile(Arguments arguments, boolean jsonToStdout) {
        Set<Path> files = new HashSet<>();
        arguments.operandsFrom(0).forEach(each -> files.add(path(each)));
        boolean taken = jsonToStdout;
        for (String option : List.of("--report-junit", "--report-tap", "--report-json", "--report-html")) {
            Word file = arguments.word(option);
            if (file == null) {
                continue;
            }
            boolean isStdout = file.text().equals(Scripting.TestPlan.STDOUT);
            boolean isFree = isStdout ? !taken : files.add(path(file));
            if (!isFree) {
                throw ShellException.at(file.place(0), "expected a file of its own for " + option);
            }
            taken |= isStdout;
        }
    }

    private static Path path(Word file) {
        try {
            return Path.of(file.text()).toAbsolutePath().normalize();
        } catch (InvalidPathException invalid) {
            throw ShellException.at(file.place(0), "expected a file, found '" + file + "'");
        }
    }

    /** Finds out before any test runs whether its report can be written. */
    private static @org.jspecify.annotations.Nullable String report(
            Arguments arguments, String option, Session session) {
        Word file = arguments.word(option);
        if (file == null) {
            return null;
        }
        if (file.text().equals(Scripting.TestPlan.STDOUT)) {
            return file.text();
        }
        try {
            session.io().files().requireWritable(file.text());
        } catch (ShellException unwritable) {
            throw unwritable.pointing(file.place(0));
        }
        return file.text();
    }
}
