package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.console.FrameKeys;
import io.github.hubsh.shell.console.SingleKeys;
import io.github.hubsh.shell.interpreter.BackgroundJobs;
import io.github.hubsh.shell.interpreter.Interpreter;
import io.github.hubsh.shell.interpreter.Prompt;
import io.github.hubsh.shell.render.AsciiFallback;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.TextWidth;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.verb.hubs.DemoVerb;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** The prompt at the process's own terminal. */
public final class ConsolePrompt implements Prompt {
    private final PromptSettings settings;

    public ConsolePrompt(PromptSettings settings) {
        this.settings = settings;
    }

    /** Reads and runs lines on the calling thread. */
    @Override
    public int run(Interpreter interpreter) {
        try (Terminal terminal = open()) {
            return run(interpreter, terminal);
        } catch (IOException failed) {
            throw new ShellException(Problem.INTERNAL, "cannot use the terminal: " + failed.getMessage(), failed);
        }
    }

    /** As {@link #run(Interpreter)}, on a terminal that the caller opens and closes. */
    int run(Interpreter interpreter, Terminal terminal) {
        if (terminal.getWidth() <= 0) {
            // A terminal without a size, where JLine would show nothing.
            terminal.setSize(new Size(80, 24));
        }
        Attributes before = terminal.getAttributes();
        terminal.handle(Terminal.Signal.INT, signal -> interpreter.interrupt());
        try {
            prompt(interpreter, terminal, before);
        } finally {
            interpreter.showOn(settings.streams());
            terminal.setAttributes(before);
        }
        return 0;
    }

    private void prompt(Interpreter interpreter, Terminal terminal, Attributes before) {
        Session session = interpreter.session();
        Editor editor = editor(interpreter, terminal);
        TerminalWriter printer = new TerminalWriter(editor::printAbove);
        editor.borrowFrom(printer::lend);
        FrameKeys keys = new FrameKeys(new PromptKeys(terminal.reader()), editor::typedAhead);
        Screen screen = ConsoleScreen.foreground(printer, settings, terminal::getSize, pager(terminal, before), keys);
        interpreter.showOn(screen);
        session.io().dialog().setQuestions(new PromptQuestions(editor, printer, screen));
        session.io().dialog().setKeys(new SingleKeys(new PromptKeys(terminal.reader())));
        BackgroundJobs jobs = interpreter.runLiveBeside(ConsoleScreen.beside(printer, settings, terminal::getSize));
        HubWatcher joining = new HubWatcher(session, editor::refresh);
        session.memory().recordings().onChange(editor::refresh);
        printer.start();
        banner(session, screen.width());
        joining.start();
        new PromptLoop(interpreter, editor, printer, jobs).run();
        session.memory().recordings().onChange(() -> {});
        joining.stop();
        session.memory().recordings().stopAll();
        jobs.stopAll();
        printer.close();
    }

    private Editor editor(Interpreter interpreter, Terminal terminal) {
        Session session = interpreter.session();
        HistoryFile file = settings.history() == null ? null : new HistoryFile(settings.history());
        PromptHistory history = new PromptHistory(file, session);
        if (settings.dumb() || terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            return new PlainEditor(terminal, history, () -> prompt(session, false), interpreter::completeness);
        }
        LineAdapter line = new LineAdapter(interpreter, settings.directory());
        // JLine takes % in a prompt for a pattern of its own.
        return new LineEditor(
                terminal,
                settings,
                line,
                history,
                () -> prompt(session, settings.colored()).replace("%", "%%"));
    }

    private String prompt(Session session, boolean colored) {
        return AsciiFallback.text(PromptText.of(session, colored), settings.charset());
    }

    private @Nullable Pager pager(Terminal terminal, Attributes usual) {
        String command = settings.pager();
        return command == null || settings.dumb() ? null : new Pager(terminal, usual, command);
    }

    private void banner(Session session, int width) {
        Network network = session.hub().joined();
        String where = network == null
                ? "joining " + session.hub().settings().hub() + " …"
                : network.identity().uri() + " as " + network.identity().ownName();
        String name = "hubsh " + settings.version();
        if (TextWidth.of(name + " · " + where) <= width) {
            session.io().display().say(MessageLevel.NOTE, name + " · " + where);
        } else {
            session.io().display().say(MessageLevel.NOTE, name);
            session.io().display().say(MessageLevel.NOTE, where);
        }
        session.io().display().say(MessageLevel.NOTE, "help · Tab completes · Ctrl-D leaves");
        if (network != null
                && session.program().hubs().isDemo(network.identity().uri())) {
            DemoVerb.greet(session);
        }
    }

    private Terminal open() throws IOException {
        if (settings.dumb()) {
            // Else JLine polls: that needs another mode than the one in which the system edits lines.
            System.setProperty(TerminalBuilder.PROP_NON_BLOCKING_READS, "false");
        }
        return TerminalBuilder.builder()
                // A type that JLine calls dumb gets a terminal without signals, where Ctrl-C would end us.
                .type(settings.dumb() ? "ansi" : null)
                .name("hubsh")
                .system(true)
                .provider("jni")
                .dumb(true)
                .encoding(charset())
                .stdinEncoding(charset())
                .stdoutEncoding(charset())
                .stderrEncoding(charset())
                .build();
    }

    /** The locale's charset; UTF-8 where that is plain ASCII, because most such terminals understand UTF-8. */
    private Charset charset() {
        Charset charset = settings.charset();
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }
}
