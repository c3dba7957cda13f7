package io.github.hubsh.shell.app;

import io.github.hubsh.shell.console.SingleKeys;
import io.github.hubsh.shell.console.StandardQuestions;
import io.github.hubsh.shell.console.StandardScreen;
import io.github.hubsh.shell.console.TerminalScreen;
import io.github.hubsh.shell.console.TerminalSize;
import io.github.hubsh.shell.interpreter.Interpreter;
import io.github.hubsh.shell.interpreter.MissingVerb;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.LineText;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.render.Ansi;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.script.JavaScript;
import io.github.hubsh.shell.script.ScriptEnvironment;
import io.github.hubsh.shell.script.test.TestSession;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.ProgramServices;
import io.github.hubsh.shell.session.Scripting;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.WorkflowErrors;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of the program: its arguments to an exit code. */
final class Program implements ProgramServices {
    private static final Arguments NO_ARGUMENTS = new Arguments(List.of(), List.of(), Map.of());

    private final ProcessEnvironment process;
    private final Wiring wiring;
    private final String version;

    // Mutable state
    private @Nullable Scripting scripting;
    private Arguments options = NO_ARGUMENTS;
    private volatile @Nullable SessionMemory memory;
    private @Nullable Configuration configuration; // read where there are settings, or at first use

    Program(ProcessEnvironment process, Wiring wiring, String version) {
        this.process = process;
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
    public Scripting scripting() {
        Scripting open = scripting;
        if (open == null) {
            open = JavaScript.open(
                    new ScriptEnvironment(process.environment(), process.directory(), version), TestSession::run);
            scripting = open;
        }
        return open;
    }

    @Override
    public List<HealthCheck> checks() {
        return new ProcessChecks(process, version).checks();
    }

    @Override
    public synchronized Configuration configuration() {
        Configuration known = configuration;
        if (known == null) {
            Presenter warnings = presenter(options);
            known = ConfigurationFiles.open(
                    process, options, wiring.usualName(), text -> warnings.say(MessageLevel.WARNING, text));
            configuration = known;
        }
        return known;
    }

    /** Whether a recording runs; from any thread. */
    boolean isRecording() {
        SessionMemory known = memory;
        return known != null && known.isRecording();
    }

    int run(List<String> arguments) {
        try {
            return runParsed(arguments);
        } catch (Screen.Gone gone) {
            return 0;
        }
    }

    private int runParsed(List<String> arguments) {
        LineParser.ProgramLine parsed;
        try {
            parsed = LineParser.parseProgram(ProgramOptions.SYNTAX, LineText.ofProgramArguments(arguments));
        } catch (ShellException wrong) {
            boolean json = arguments.contains("--json") || arguments.contains("--jsonl");
            presenter(NO_ARGUMENTS, json ? OutputFormat.JSON : OutputFormat.AUTO, null)
                    .error(wrong, null);
            return wrong.exitCode();
        }
        options = parsed.options();
        Presenter presenter = presenter(options);
        if (options.has(Option.HELP.name()) || options.has("-h")) {
            presenter.show(Outcome.Text.prose(ProgramOptions.help()));
            return 0;
        }
        if (options.has("--version")) {
            presenter.show(Outcome.value("hubsh " + version));
            return 0;
        }
        try {
            Configuration configured = configurationIfAny();
            List<Statement> statements = parsed.statements(configured == null ? Map.of() : configured.aliases());
            RunPlan plan = RunPlan.of(options, statements, process.isForPrompt());
            requireContext(configured, statements);
            presenter = presenter(options, OutputFormat.of(options, configuredFormat(configured)), configured);
            return run(plan, configured, presenter);
        } catch (ShellException wrong) {
            presenter.error(explained(wrong, presenter), null);
            return wrong.exitCode();
        }
    }

    /** What stands in the place of the verb may be a plugin: what is known of the hub tells. */
    private ShellException explained(ShellException wrong, Presenter presenter) {
        if (!MissingVerb.isMeant(wrong)) {
            return ProgramOptions.misplaced(wrong);
        }
        try {
            Session session = session(false, configurationIfAny(), presenter);
            try {
                return MissingVerb.explained(wrong, session.memory());
            } finally {
                session.close();
            }
        } catch (ShellException misconfigured) {
            return wrong;
        }
    }

    /** Returns what is configured, or {@code null} where only the options and HUBSH_HUB set anything. */
    private @Nullable Configuration configurationIfAny() {
        return options.has("--context") || process.isConfigured() ? configuration() : null;
    }

    /** A user can make contexts and look at settings even if the chosen context does not exist yet. */
    private static void requireContext(@Nullable Configuration configured, List<Statement> statements) {
        boolean explains = !statements.isEmpty() && statements.get(0).has(VerbTrait.EXPLAINS);
        if (configured != null && !explains) {
            configured.setup().requireContext();
        }
    }

    private static OutputFormat configuredFormat(@Nullable Configuration configured) {
        String name = configured == null ? null : configured.text(Setting.FORMAT);
        return name == null ? OutputFormat.AUTO : OutputFormat.named(name);
    }

    private int run(RunPlan plan, @Nullable Configuration configured, Presenter presenter) {
        try {
            Session session = session(plan.source() == RunPlan.Source.PROMPT, configured, presenter);
            if (options.has("--yes")) {
                session.io().dialog().confirmAll();
            }
            if (process.isForPrompt()) {
                session.io()
                        .dialog()
                        .setQuestions(new StandardQuestions(
                                process.in(),
                                process.err(),
                                () -> presenter.frames().end(false)));
                session.io().dialog().setKeys(SingleKeys.ofTerminal());
            }
            memory = session.memory();
            session.program().setServices(this);
            try {
                return run(plan, session, presenter);
            } finally {
                if (scripting != null) {
                    scripting.close();
                }
                session.close();
            }
        } catch (ShellException failed) {
            presenter.error(failed, null);
            return failed.exitCode();
        }
    }

    private Session session(boolean observing, @Nullable Configuration configured, Presenter presenter) {
        LocalFiles files = new LocalFiles(process.directory(), process.in());
        SessionSettings settings = ProgramOptions.settings(options, process, observing);
        Session session = wiring.session(
                configured == null ? settings : configured.setup().applyTo(settings), files, presenter);
        if (configured != null) {
            configured.setup().applyTo(session.memory());
        }
        return session;
    }

    private int run(RunPlan plan, Session session, Presenter presenter) {
        Interpreter interpreter = new Interpreter(session, presenter, plan.keepsGoing());
        interpreter.filterAll(options.word("--jq"));
        if (plan.source() != RunPlan.Source.PROMPT && plan.echoes()) {
            interpreter.echo();
        }
        if (plan.keepsJournal()) {
            interpreter.keepJournal();
        }
        int status = runSource(plan, session, interpreter);
        Integer asked = interpreter.exitCode();
        return asked == null ? status : asked;
    }

    private int runSource(RunPlan plan, Session session, Interpreter interpreter) {
        InputStream in = process.in();
        if (plan.demo() != null) {
            in = DemoStart.run(plan, session, in, wiring);
        }
        // No switch: its table of constants would be one more class for every one-shot to load.
        if (plan.source() == RunPlan.Source.STATEMENTS) {
            return interpreter.run(plan.statements(), null);
        }
        if (plan.source() == RunPlan.Source.PROMPT) {
            return plan.statements().isEmpty() ? prompt(interpreter) : promptOf(plan, session, interpreter);
        }
        LinesRun run = new LinesRun(interpreter);
        return plan.source() == RunPlan.Source.STDIN ? run.run(in) : run.run(plan.lines(), plan.files());
    }

    /** {@code hubsh js} is JavaScript, and no shell behind it. */
    private int promptOf(RunPlan plan, Session session, Interpreter interpreter) {
        session.program().endWithLanguage();
        int begun = interpreter.run(plan.statements(), null);
        return begun == 0 ? prompt(interpreter) : begun;
    }

    private int prompt(Interpreter interpreter) {
        Configuration configured = configuration;
        String color = color(options, configured);
        return wiring.prompt(process.promptSettings(version, colored(true, color), screen(color)))
                .run(interpreter);
    }

    private Presenter presenter(Arguments given) {
        return presenter(given, OutputFormat.of(given, OutputFormat.AUTO), null);
    }

    private Presenter presenter(Arguments given, OutputFormat format, @Nullable Configuration configured) {
        View view = new View(
                format,
                given.has("--quiet") || (configured != null && "true".equals(configured.text(Setting.QUIET))),
                process.terminalOut(),
                process.width(),
                given.has("--debug"),
                null);
        Presenter presenter = new Presenter(screen(color(given, configured)), view);
        if (process.variable("GITHUB_ACTIONS").equals("true")) {
            presenter.annotateErrors(new WorkflowErrors(process.directory(), process.variable("GITHUB_WORKSPACE")));
        }
        return presenter;
    }

    /** Returns {@code auto}, {@code always} or {@code never}. */
    private static String color(Arguments given, @Nullable Configuration configured) {
        String color = configured == null ? null : configured.text(Setting.COLOR);
        return given.has("--no-color") ? "never" : color == null ? "auto" : color;
    }

    private Screen screen(String color) {
        Screen standard = new StandardScreen(
                process.out(),
                process.err(),
                process.width(),
                colored(process.terminalOut(), color),
                colored(process.terminalErr(), color),
                process.terminalErr() && !process.isDumb());
        return process.terminalOut()
                ? new TerminalScreen(
                        standard,
                        process.out(),
                        colored(true, color),
                        !process.isDumb(),
                        new TerminalSize(process.width()),
                        process.terminalIn())
                : standard;
    }

    private boolean colored(boolean terminal, String color) {
        return color.equals("always")
                || Ansi.wanted(
                        terminal && !process.variable("CLICOLOR").equals("0"),
                        color.equals("never"),
                        process.variable("NO_COLOR"),
                        process.variable("TERM"),
                        process.variable("CLICOLOR_FORCE"));
    }
}
