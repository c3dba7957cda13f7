package io.github.hubsh.shell.app;

import io.github.hubsh.shell.command.Arguments;
import io.github.hubsh.shell.command.Check;
import io.github.hubsh.shell.command.Executable;
import io.github.hubsh.shell.command.Option;
import io.github.hubsh.shell.command.Outcome;
import io.github.hubsh.shell.command.Problem;
import io.github.hubsh.shell.command.Session;
import io.github.hubsh.shell.command.ShellException;
import io.github.hubsh.shell.command.Syntax;
import io.github.hubsh.shell.command.Word;
import io.github.hubsh.shell.interpreter.Interpreter;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.interpreter.Script;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.LineText;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.render.Ansi;
import io.github.hubsh.shell.render.Format;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.View;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One run of the program: its arguments to an exit code. */
final class Program implements Executable {
    private static final Arguments NO_ARGUMENTS = new Arguments(List.of(), List.of(), Map.of());

    private final Surroundings surroundings;
    private final Wiring wiring;
    private final String version;

    Program(Surroundings surroundings, Wiring wiring, String version) {
        this.surroundings = surroundings;
        this.wiring = wiring;
        this.version = version;
    }

    @Override
    public Syntax syntax() {
        return ProgramOptions.SYNTAX;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<Check> checks() {
        return new Checkup(surroundings, version).checks();
    }

    int run(List<String> arguments) {
        try {
            return runParsed(arguments);
        } catch (Screen.Gone gone) {
            return 0;
        }
    }

    private int runParsed(List<String> arguments) {
        LineParser.Program parsed;
        try {
            parsed = LineParser.parseProgram(ProgramOptions.SYNTAX, LineText.ofProgramArguments(arguments));
            refuseVerbBesideLines(parsed);
        } catch (ShellException wrong) {
            boolean json = arguments.contains("--json") || arguments.contains("--jsonl");
            presenter(NO_ARGUMENTS, json ? Format.JSON : Format.AUTO).error(wrong, "");
            return wrong.exitCode();
        }
        Arguments options = parsed.options();
        Presenter presenter = presenter(options, Format.of(options, Format.AUTO));
        if (options.has(Option.HELP.name())) {
            presenter.show(new Outcome.Text(ProgramOptions.help()));
            return 0;
        }
        if (options.has("--version")) {
            presenter.show(Outcome.value("hubsh " + version));
            return 0;
        }
        return run(parsed, presenter);
    }

    private static void refuseVerbBesideLines(LineParser.Program parsed) {
        Word line = parsed.options().word("-c") != null
                ? parsed.options().word("-c")
                : parsed.options().word("-f");
        if (line != null && !parsed.statements().isEmpty()) {
            throw ShellException.at(line.place(0), "expected either -c and -f, or a verb");
        }
    }

    private int run(LineParser.Program parsed, Presenter presenter) {
        Arguments options = parsed.options();
        LocalFiles files = new LocalFiles(surroundings.directory(), surroundings.in());
        try {
            Session session =
                    wiring.session(ProgramOptions.settings(options, surroundings, prompts(parsed)), files, presenter);
            if (surroundings.isForPrompt()) {
                session.askAt(new StandardQuestions(surroundings.in(), surroundings.err()));
            }
            session.workspace().executable(this);
            try {
                return run(parsed, session, presenter);
            } finally {
                session.close();
            }
        } catch (ShellException failed) {
            presenter.error(failed, "");
            return failed.exitCode();
        }
    }

    private int run(LineParser.Program parsed, Session session, Presenter presenter) {
        Arguments options = parsed.options();
        List<Statement> statements = parsed.statements();
        if (statements.isEmpty()) {
            return lines(options, interpreter(options, session, presenter, options.has("--keep-going")));
        }
        Statement first = statements.get(0);
        if (!first.verb().syntax().name().equals("demo") || statements.size() > 1) {
            return interpreter(options, session, presenter, options.has("--keep-going"))
                    .run(statements, "");
        }
        Arguments demo = first.arguments();
        boolean keepGoing = options.has("--keep-going") || demo.has("--keep-going");
        Interpreter interpreter = interpreter(options, session, presenter, keepGoing);
        session.host().startDemo();
        return lines(demo, interpreter);
    }

    private static Interpreter interpreter(Arguments options, Session session, Presenter presenter, boolean keepGoing) {
        Interpreter interpreter = new Interpreter(session, presenter, keepGoing);
        interpreter.filterAll(options.word("--jq"));
        return interpreter;
    }

    /** Returns whether this run comes to the prompt. */
    private boolean prompts(LineParser.Program parsed) {
        List<Statement> statements = parsed.statements();
        boolean demo = statements.size() == 1
                && statements.get(0).verb().syntax().name().equals("demo");
        Arguments lines = demo ? statements.get(0).arguments() : parsed.options();
        return (demo || statements.isEmpty()) && !lines.has("-c") && !lines.has("-f") && surroundings.terminalIn();
    }

    /** Runs what {@code -c} and {@code -f} say, else the prompt, else stdin. */
    private int lines(Arguments options, Interpreter interpreter) {
        List<Word> lines = options.all("-c");
        List<Word> scripts = options.all("-f");
        if (lines.isEmpty() && scripts.isEmpty()) {
            return surroundings.isForPrompt()
                    ? prompt(options, interpreter)
                    : first(standardInput(interpreter), interpreter.finish());
        }
        return first(written(lines, scripts, interpreter), interpreter.finish());
    }

    private static int written(List<Word> lines, List<Word> scripts, Interpreter interpreter) {
        int status = 0;
        for (Word line : lines) {
            if (goesOn(status, interpreter)) {
                status = first(status, interpreter.run(line.text()));
            }
        }
        for (Word script : scripts) {
            if (goesOn(status, interpreter)) {
                String text = interpreter.session().files().text(script.text());
                status = first(status, script(interpreter, script.text(), new BufferedReader(new StringReader(text))));
            }
        }
        return status;
    }

    private static boolean goesOn(int status, Interpreter interpreter) {
        return !interpreter.leaving() && (status == 0 || interpreter.keepsGoing());
    }

    private static int first(int status, int code) {
        return status == 0 ? code : status;
    }

    private int prompt(Arguments options, Interpreter interpreter) {
        boolean plain = options.has("--no-color");
        return wiring.prompt(surroundings.promptSettings(version, colored(true, plain), screen(plain)))
                .run(interpreter);
    }

    private int standardInput(Interpreter interpreter) {
        return script(
                interpreter,
                "stdin",
                new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8)));
    }

    private static int script(Interpreter interpreter, String name, BufferedReader lines) {
        try {
            return new Script(interpreter, name).run(lines);
        } catch (IOException broken) {
            throw new ShellException(Problem.BAD_FILE, "cannot read " + name + ": " + broken.getMessage(), broken);
        }
    }

    private Presenter presenter(Arguments options, Format format) {
        View view = new View(
                format,
                options.has("--quiet"),
                surroundings.terminalOut(),
                surroundings.width(),
                options.has("--debug"),
                null);
        return new Presenter(screen(options.has("--no-color")), view);
    }

    private Screen screen(boolean plain) {
        Screen standard = new StandardScreen(
                surroundings.out(),
                surroundings.err(),
                surroundings.width(),
                colored(surroundings.terminalOut(), plain),
                colored(surroundings.terminalErr(), plain),
                surroundings.terminalErr() && !surroundings.isDumb());
        return surroundings.terminalOut()
                ? new TerminalScreen(
                        standard,
                        surroundings.out(),
                        colored(true, plain),
                        !surroundings.isDumb(),
                        new TerminalSize(surroundings))
                : standard;
    }

    private boolean colored(boolean terminal, boolean refused) {
        return Ansi.wanted(
                terminal,
                refused,
                surroundings.variable("NO_COLOR"),
                surroundings.variable("TERM"),
                surroundings.variable("CLICOLOR_FORCE"));
    }
}
