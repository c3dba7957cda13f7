package io.github.hubsh.shell.app;

import io.github.hubsh.shell.interpreter.Interpreter;
import io.github.hubsh.shell.interpreter.LineScript;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.LineText;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.render.Ansi;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.script.JavaScript;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.MessageLevel;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.ProgramServices;
import io.github.hubsh.shell.session.Scripting;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.SyntaxTable;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of the program: its arguments to an exit code. */
final class Program implements ProgramServices {
    private static final Arguments NO_ARGUMENTS = new Arguments(List.of(), List.of(), Map.of());

    private final ProcessEnvironment surroundings;
    private final Wiring wiring;
    private final String version;

    // Mutable state
    private @Nullable Scripting scripting;
    private Arguments options = NO_ARGUMENTS;
    private @Nullable Configuration configuration; // read where somebody says something, or asks for it

    Program(ProcessEnvironment surroundings, Wiring wiring, String version) {
        this.surroundings = surroundings;
        this.wiring = wiring;
        this.version = version;
    }

    @Override
    public Syntax syntax() {
        return ProgramOptions.SYNTAX;
    }

    @Override
    public SyntaxTable verbs() {
        return VerbTable.syntaxes();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Scripting scripting() {
        Scripting open = scripting;
        if (open == null) {
            open = JavaScript.open(new io.github.hubsh.shell.script.ScriptEnvironment(
                    surroundings.environment(), surroundings.directory(), version));
            scripting = open;
        }
        return open;
    }

    @Override
    public List<HealthCheck> checks() {
        return new ProcessChecks(surroundings, version).checks();
    }

    @Override
    public synchronized Configuration configuration() {
        Configuration known = configuration;
        if (known == null) {
            Presenter warnings = presenter(options);
            known = ConfigurationFiles.open(
                    surroundings, options, wiring.usualName(), text -> warnings.say(MessageLevel.WARNING, text));
            configuration = known;
        }
        return known;
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
        } catch (ShellException wrong) {
            boolean json = arguments.contains("--json") || arguments.contains("--jsonl");
            presenter(NO_ARGUMENTS, json ? OutputFormat.JSON : OutputFormat.AUTO, null)
                    .error(wrong, "");
            return wrong.exitCode();
        }
        options = parsed.options();
        Presenter presenter = presenter(options);
        if (options.has(Option.HELP.name())) {
            presenter.show(new Outcome.Text(ProgramOptions.help()));
            return 0;
        }
        if (options.has("--version")) {
            presenter.show(Outcome.value("hubsh " + version));
            return 0;
        }
        try {
            Configuration told = told();
            List<Statement> statements = parsed.statements(told == null ? Map.of() : told.aliases());
            refuseVerbBesideLines(statements);
            requireContext(told, statements);
            presenter = presenter(options, OutputFormat.of(options, configuredFormat(told)), told);
            return run(statements, told, presenter);
        } catch (ShellException wrong) {
            presenter.error(wrong, "");
            return wrong.exitCode();
        }
    }

    /** Returns what is configured, or {@code null} where nobody says anything but what the options and HUBSH_HUB do. */
    private @Nullable Configuration told() {
        return options.has("--context") || surroundings.isConfigured() ? configuration() : null;
    }

    /** Contexts can be made, and settings looked at, even where one is asked for that is not there yet. */
    private static void requireContext(@Nullable Configuration told, List<Statement> statements) {
        boolean explains = !statements.isEmpty() && statements.get(0).has(VerbTrait.EXPLAINS);
        if (told != null && !explains) {
            told.setup().requireContext();
        }
    }

    private static OutputFormat configuredFormat(@Nullable Configuration told) {
        String name = told == null ? null : told.text("format");
        return name == null ? OutputFormat.AUTO : OutputFormat.named(name);
    }

    private void refuseVerbBesideLines(List<Statement> statements) {
        Word line = options.word("-c") != null ? options.word("-c") : options.word("-f");
        if (line != null && !statements.isEmpty()) {
            throw ShellException.at(line.place(0), "expected either -c and -f, or a verb");
        }
    }

    private int run(List<Statement> statements, @Nullable Configuration told, Presenter presenter) {
        LocalFiles files = new LocalFiles(surroundings.directory(), surroundings.in());
        SessionSettings settings = ProgramOptions.settings(options, surroundings, prompts(statements));
        try {
            Session session =
                    wiring.session(told == null ? settings : told.setup().applyTo(settings), files, presenter);
            if (told != null) {
                told.setup().applyTo(session.memory());
            }
            if (options.has("--yes")) {
                session.io().dialog().confirmAll();
            }
            if (surroundings.isForPrompt()) {
                session.io()
                        .dialog()
                        .setQuestions(new StandardQuestions(
                                surroundings.in(),
                                surroundings.err(),
                                () -> presenter.frames().end(false)));
            }
            session.program().setServices(this);
            try {
                return run(statements, session, presenter);
            } finally {
                if (scripting != null) {
                    scripting.close();
                }
                session.close();
            }
        } catch (ShellException failed) {
            presenter.error(failed, "");
            return failed.exitCode();
        }
    }

    private int run(List<Statement> statements, Session session, Presenter presenter) {
        if (statements.isEmpty()) {
            return lines(options, interpreter(session, presenter, options.has("--keep-going")));
        }
        Statement first = statements.get(0);
        if (!first.isVerb(VerbName.DEMO) || statements.size() > 1) {
            return interpreter(session, presenter, options.has("--keep-going")).run(statements, "");
        }
        Arguments demo = first.arguments();
        boolean keepGoing = options.has("--keep-going") || demo.has("--keep-going");
        Interpreter interpreter = interpreter(session, presenter, keepGoing);
        session.program().hubs().startDemo();
        return lines(demo, interpreter);
    }

    private Interpreter interpreter(Session session, Presenter presenter, boolean keepGoing) {
        Interpreter interpreter = new Interpreter(session, presenter, keepGoing);
        interpreter.filterAll(options.word("--jq"));
        return interpreter;
    }

    /** Returns whether this run comes to the prompt. */
    private boolean prompts(List<Statement> statements) {
        boolean demo = statements.size() == 1 && statements.get(0).isVerb(VerbName.DEMO);
        Arguments lines = demo ? statements.get(0).arguments() : options;
        return (demo || statements.isEmpty()) && !lines.has("-c") && !lines.has("-f") && surroundings.terminalIn();
    }

    /** Runs what {@code -c} and {@code -f} say, else the prompt, else stdin. */
    private int lines(Arguments given, Interpreter interpreter) {
        List<Word> lines = given.all("-c");
        List<Word> scripts = given.all("-f");
        if (lines.isEmpty() && scripts.isEmpty()) {
            return surroundings.isForPrompt()
                    ? prompt(interpreter)
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
                String text = interpreter.session().io().files().text(script.text());
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

    private int prompt(Interpreter interpreter) {
        Configuration told = configuration;
        String color = color(options, told);
        return wiring.prompt(surroundings.promptSettings(version, colored(true, color), screen(color)))
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
            return new LineScript(interpreter, name).run(lines);
        } catch (IOException broken) {
            throw new ShellException(Problem.BAD_FILE, "cannot read " + name + ": " + broken.getMessage(), broken);
        }
    }

    private Presenter presenter(Arguments given) {
        return presenter(given, OutputFormat.of(given, OutputFormat.AUTO), null);
    }

    private Presenter presenter(Arguments given, OutputFormat format, @Nullable Configuration told) {
        View view = new View(
                format,
                given.has("--quiet") || (told != null && "true".equals(told.text("quiet"))),
                surroundings.terminalOut(),
                surroundings.width(),
                given.has("--debug"),
                null);
        return new Presenter(screen(color(given, told)), view);
    }

    /** Returns {@code auto}, {@code always} or {@code never}. */
    private static String color(Arguments given, @Nullable Configuration told) {
        String color = told == null ? null : told.text("color");
        return given.has("--no-color") ? "never" : color == null ? "auto" : color;
    }

    private Screen screen(String color) {
        Screen standard = new StandardScreen(
                surroundings.out(),
                surroundings.err(),
                surroundings.width(),
                colored(surroundings.terminalOut(), color),
                colored(surroundings.terminalErr(), color),
                surroundings.terminalErr() && !surroundings.isDumb());
        return surroundings.terminalOut()
                ? new TerminalScreen(
                        standard,
                        surroundings.out(),
                        colored(true, color),
                        !surroundings.isDumb(),
                        new TerminalSize(surroundings),
                        surroundings.terminalIn())
                : standard;
    }

    private boolean colored(boolean terminal, String color) {
        return color.equals("always")
                || Ansi.wanted(
                        terminal,
                        color.equals("never"),
                        surroundings.variable("NO_COLOR"),
                        surroundings.variable("TERM"),
                        surroundings.variable("CLICOLOR_FORCE"));
    }
}
