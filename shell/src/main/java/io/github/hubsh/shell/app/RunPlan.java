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
 * @param lines that {@code -c} gives, for {@link Source#LINES}
 * @param files that {@code -f} gives, to run after the lines
 * @param demo the arguments of the demo, which starts first; {@code null} for none
 * @param keepGoing whether to go on after an error
 */
record RunPlan(
        Source source,
        List<Statement> statements,
        List<Word> lines,
        List<Word> files,
        @Nullable Arguments demo,
        boolean keepGoing) {
    private static final String KEEP_GOING = "--keep-going";

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
        boolean keepGoing = options.has(KEEP_GOING);
        if (opensPrompt(statements)) {
            requireTerminal(atTerminal);
            return new RunPlan(Source.PROMPT, statements, List.of(), List.of(), null, keepGoing);
        }
        if (!statements.isEmpty() && demo == null) {
            return new RunPlan(Source.STATEMENTS, statements, List.of(), List.of(), null, keepGoing);
        }
        if (demo != null) {
            refuseHubBesideDemo(options);
        }
        Arguments given = demo == null ? options : demo.arguments();
        List<Word> lines = given.all("-c");
        List<Word> files = given.all("-f");
        Source source = atTerminal ? Source.PROMPT : Source.STDIN;
        if (!lines.isEmpty() || !files.isEmpty()) {
            source = Source.LINES;
        }
        return new RunPlan(
                source,
                List.of(),
                lines,
                files,
                demo == null ? null : demo.arguments(),
                keepGoing || given.has(KEEP_GOING));
    }

    /** Returns whether a line may want to know what those before it have sent: not for a one-shot. */
    boolean keepsJournal() {
        boolean saves = false;
        for (Word line : lines) {
            saves |= line.text().contains(VerbName.SAVE.text());
        }
        return saves || !files.isEmpty() || source == Source.PROMPT || source == Source.STDIN;
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
        Word line = options.word("-c") != null ? options.word("-c") : options.word("-f");
        if (line != null && !statements.isEmpty()) {
            throw ShellException.at(line.place(0), "expected either -c and -f, or a verb");
        }
    }
}
