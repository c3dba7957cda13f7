package io.github.hubsh.shell.app;

import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an invocation asks for.
 *
 * @param source where the statements come from
 * @param statements of the invocation itself, for {@link Source#STATEMENTS}; or what a prompt begins with
 * @param options of the program
 * @param demo the arguments of the demo, which starts first and takes such options too; {@code null} for none
 */
record RunPlan(
        Source source,
        List<Statement> statements,
        Arguments options,
        @Nullable Arguments demo) {
    private static final String LINE = "-c";
    private static final String FILE = "-f";

    /** Where statements come from. */
    enum Source {
        STATEMENTS,
        LINES,
        PROMPT,
        STDIN
    }

    /**
     * Returns the plan of an invocation.
     *
     * @param options of the program
     * @param statements behind them
     * @param atTerminal whether there is a terminal for a prompt
     * @throws ShellException USAGE for a verb beside {@code -c} or {@code -f}, or a hub beside the demo
     */
    static RunPlan of(Arguments options, List<Statement> statements, boolean atTerminal) {
        refuseVerbBesideLines(options, statements);
        Statement demo = demo(statements);
        if (opensPrompt(statements)) {
            requireTerminal(atTerminal);
            return new RunPlan(Source.PROMPT, statements, options, null);
        }
        if (!statements.isEmpty() && demo == null) {
            return new RunPlan(Source.STATEMENTS, statements, options, null);
        }
        if (demo != null) {
            refuseHubBesideDemo(options);
        }
        Arguments given = demo == null ? options : demo.arguments();
        Source source = atTerminal ? Source.PROMPT : Source.STDIN;
        if (given.has(LINE) || given.has(FILE)) {
            source = Source.LINES;
        }
        return new RunPlan(source, List.of(), options, demo == null ? null : demo.arguments());
    }

    /** Returns the lines to run, for {@link Source#LINES}. */
    List<Word> lines() {
        return given().all(LINE);
    }

    /** Returns the files to run after the lines. */
    List<Word> files() {
        return given().all(FILE);
    }

    /** Returns whether to show each line before it runs. */
    boolean echoes() {
        return has("--echo");
    }

    /** Returns whether to go on after an error. */
    boolean keepsGoing() {
        return has("--keep-going");
    }

    private boolean has(String option) {
        return options.has(option) || given().has(option);
    }

    private Arguments given() {
        return demo == null ? options : demo;
    }

    /** Returns whether a line may want to know what those before it have sent: not for a one-shot. */
    boolean keepsJournal() {
        boolean saves = false;
        for (Word line : lines()) {
            saves |= line.text().contains(VerbName.SAVE.text());
        }
        return saves || !files().isEmpty() || source == Source.PROMPT || source == Source.STDIN;
    }

    /** Returns whether it is {@code js} alone, whose lines come from the prompt. */
    private static boolean opensPrompt(List<Statement> statements) {
        Statement only = statements.size() == 1 ? statements.get(0) : null;
        return only != null
                && only.isVerb(VerbName.JS)
                && only.pipeline() == null
                && only.arguments().optionalOperand(0) == null;
    }

    private static void requireTerminal(boolean atTerminal) {
        if (!atTerminal) {
            throw new ShellException(Problem.USAGE, "js alone is a prompt, and there is no terminal for it")
                    .hint("js EXPR evaluates an expression, run FILE.js a file");
        }
    }

    private static @Nullable Statement demo(List<Statement> statements) {
        Statement only = statements.size() == 1 ? statements.get(0) : null;
        return only != null && only.has(VerbTrait.STARTS_DEMO) ? only : null;
    }

    private static void refuseHubBesideDemo(Arguments options) {
        Word hub = options.word(Setting.HUB.option());
        if (hub != null) {
            throw ShellException.at(hub.place(0), "the demo brings its own hub")
                    .hint("to choose its address: demo " + hub.text() + "; to join a hub, leave demo out");
        }
    }

    private static void refuseVerbBesideLines(Arguments options, List<Statement> statements) {
        Word line = options.has(LINE) ? options.word(LINE) : options.word(FILE);
        if (line != null && !statements.isEmpty()) {
            throw ShellException.at(line.place(0), "expected either -c and -f, or a verb");
        }
    }
}
