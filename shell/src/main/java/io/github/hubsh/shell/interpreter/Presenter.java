package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.filter.TableChoice;
import io.github.hubsh.shell.render.BroadcastPage;
import io.github.hubsh.shell.render.ErrorPage;
import io.github.hubsh.shell.render.FramePage;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.Page;
import io.github.hubsh.shell.render.PagedResult;
import io.github.hubsh.shell.render.Renderer;
import io.github.hubsh.shell.render.Role;
import io.github.hubsh.shell.render.Sanitizer;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.StyledLine;
import io.github.hubsh.shell.render.TextWidth;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Preferences;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FrameDisplay;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.io.OutputBatch;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.SourceLine;
import io.github.hubsh.shell.word.WorkflowErrors;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Renders what verbs show and hands the lines to the screen. */
public final class Presenter implements Display {
    private static final int DEFAULT_WIDTH = 80;

    private final View usual;
    private final @Nullable Consumer<Outcome> results;
    private final @Nullable Display notes;

    // Mutable state, of the thread that runs statements; read by every thread that shows something
    private volatile Screen screen;
    private volatile View view;
    private volatile boolean shown;
    private volatile boolean pages = true;
    private volatile boolean tablesNoted;
    private volatile Outcome.@Nullable Value last;
    private volatile @Nullable BroadcastPage broadcasts;
    private volatile @Nullable WorkflowErrors annotations;
    private @Nullable FrameDisplay frames; // guarded by this

    /**
     * Shows on one screen.
     *
     * @param usual how to show results that name no format; its width is the screen's at the time
     */
    public Presenter(Screen screen, View usual) {
        this(screen, usual, null, null);
    }

    private Presenter(Screen screen, View usual, @Nullable Consumer<Outcome> results, @Nullable Display notes) {
        this.screen = screen;
        this.usual = usual;
        this.view = usual;
        this.results = results;
        this.notes = notes;
    }

    /** Returns a presenter that hands results on instead of showing them. */
    static Presenter handing(Consumer<Outcome> results, Display notes) {
        View view = new View(OutputFormat.JSON, true, false, NullScreen.WIDTH, false, null);
        return new Presenter(new NullScreen(), view, results, notes);
    }

    /** Shows on another screen from now on. */
    void moveTo(Screen other) {
        screen = other;
    }

    /** Returns a presenter of the same habits on another screen, for a statement that runs beside this one's. */
    Presenter beside(Screen other) {
        return new Presenter(other, usual);
    }

    /** Returns a presenter of the same habits on the same screen. */
    Presenter beside() {
        return beside(screen);
    }

    /** Writes each error in a file for the runner of a workflow too. */
    public void annotateErrors(WorkflowErrors wanted) {
        annotations = wanted;
    }

    /** Begins a statement, which may have a format of its own; else the session may. */
    void begin(Arguments arguments, Preferences preferences) {
        OutputFormat format = OutputFormat.of(arguments, OutputFormat.of(preferences, usual.format()));
        View now = new View(
                format,
                usual.quiet() || arguments.has("--quiet") || preferences.isOn(Setting.QUIET.key()),
                usual.terminal(),
                usual.width(),
                usual.debug() || arguments.has(Option.DEBUG),
                arguments.has(Option.ALL),
                usual.clock());
        view = now;
        pages = !preferences.isOff(Setting.PAGER.key());
        shown = false;
        tablesNoted = false;
        last = null;
        broadcasts = null;
    }

    /** Shows what the statement gave at its end; nothing is one line too under JSON, unless something came before. */
    void end(Outcome outcome) {
        if (!(outcome instanceof Outcome.Nothing) || !shown) {
            show(outcome);
        }
        view = usual;
    }

    /** Shows what comes from now on as a table, until the statement's end. The filter says how to pick one. */
    void asTable() {
        tablesNoted = true;
        view = view.as(OutputFormat.TABLE);
    }

    /** Returns the value that the present statement showed last, or {@code null} if none. */
    Outcome.@Nullable Value last() {
        return last;
    }

    /** Ends a statement that has shown all it had to show. */
    void end() {
        view = usual;
    }

    /** Returns how many columns the screen has; where there is none, as many as a usual one. */
    int width() {
        return usual.terminal() ? screen.width() : DEFAULT_WIDTH;
    }

    /** Returns whether data goes to a terminal. */
    boolean isTerminal() {
        return usual.terminal();
    }

    /** Returns whether no format was asked for. */
    boolean writesPlainly() {
        return view.format() == OutputFormat.AUTO;
    }

    /** Returns whether a file that is JSON by its name gets JSON: neither the message nor a table was asked for. */
    boolean writesJson() {
        return writesPlainly() || view.format() == OutputFormat.JSON;
    }

    /** Returns an outcome as this statement would write it into a pipe. */
    String piped(Outcome outcome) {
        noteTables(outcome);
        StringBuilder text = new StringBuilder();
        for (StyledLine line : Renderer.render(outcome, view.piped()).data()) {
            text.append(line.text()).append('\n');
        }
        return text.toString();
    }

    /** Shows a line of data that belongs to no value. */
    void output(String line) {
        screen.data(StyledLine.of(view.terminal() ? Sanitizer.text(line) : line));
    }

    /** Shows a line that is no data and not ours. */
    void message(String line) {
        screen.message(StyledLine.of(Sanitizer.text(line)));
    }

    @Override
    public void show(Outcome outcome) {
        // A value, the usual result, is looked for first: a one-shot then never loads the other class.
        if (outcome instanceof Outcome.Value || !(outcome instanceof Outcome.Binary binary)) {
            showResult(outcome);
        } else {
            showBytes(binary);
        }
    }

    /** Writes bytes as they are where a program reads them; whatever else takes results gets them as a value. */
    private void showBytes(Outcome.Binary binary) {
        Outcome.Value value = new Outcome.Value(binary.content(), null, binary.look());
        if (results != null || view.terminal()) {
            showResult(value);
        } else {
            shown = true;
            last = value;
            screen.bytes(binary.content().toArray());
        }
    }

    private void showResult(Outcome outcome) {
        shown = true;
        if (outcome instanceof Outcome.Value value) {
            last = value;
        } else if (outcome instanceof Outcome.Exchange || outcome instanceof Outcome.Row) {
            last = new Outcome.Value(Renderer.value(outcome), null);
        }
        if (results != null) {
            if (!(outcome instanceof Outcome.Nothing)) {
                results.accept(outcome);
            }
            return;
        }
        noteTables(outcome);
        View now = view.resized(screen.width());
        Page page = page(outcome, now);
        if (!pages || !screen.isForPager(page.data()) || !paged(PagedResult.of(outcome, page, now))) {
            for (StyledLine line : page.data()) {
                screen.data(line);
            }
        }
        for (StyledLine line : page.messages()) {
            screen.message(line);
        }
    }

    /** What the pager cannot take is shown as it fits the screen. */
    private boolean paged(List<StyledLine> whole) {
        return !whole.isEmpty() && screen.page(whole);
    }

    /** Rows of broadcasts stand below each other, which needs a memory; a one-shot never loads it. */
    private Page page(Outcome outcome, View now) {
        if (outcome instanceof Outcome.Value
                || !(outcome instanceof Outcome.Heard
                        || outcome instanceof Outcome.Exchange
                        || outcome instanceof Outcome.Recorded)) {
            return Renderer.render(outcome, now);
        }
        BroadcastPage page = broadcasts;
        if (page == null) {
            page = new BroadcastPage();
            broadcasts = page;
        }
        return page.of(outcome, now);
    }

    /** Says once in a statement how to pick a table, where one is asked for and the result holds some. */
    private void noteTables(Outcome outcome) {
        if (view.format() != OutputFormat.TABLE || tablesNoted || !(outcome instanceof Outcome.Value value)) {
            return;
        }
        String pick = TableChoice.of(value.value());
        if (pick != null) {
            tablesNoted = true;
            note("note: " + pick);
        }
    }

    /** Draws a frame in the place of the one before; returns whether the screen can do that. */
    boolean redraw(Outcome.Frame frame) {
        View now = view.resized(screen.width());
        boolean looked = now.terminal() && now.format() != OutputFormat.JSON;
        if (!looked || !screen.frame(FramePage.lines(frame, now, screen.height()))) {
            return false;
        }
        shown = true;
        return true;
    }

    /** Restores the screen as it was before the first frame. */
    void clearFrame() {
        screen.frame(List.of());
    }

    /** Returns whether the user has put the frames away with a key. */
    boolean dismissed() {
        return screen.dismissed();
    }

    @Override
    public synchronized FrameDisplay frames() {
        FrameDisplay known = frames;
        if (known == null) {
            known = new ScreenFrames(this);
            frames = known;
        }
        return known;
    }

    @Override
    public void say(MessageLevel level, String text) {
        if (notes != null) {
            // A script that takes results as values has no use for what is said beside them.
            if (level != MessageLevel.NOTE && level != MessageLevel.ASIDE) {
                notes.say(level, text);
            }
            return;
        }
        switch (level) {
            case NOTE -> note(text);
            case ASIDE -> aside(text);
            case WARNING -> screen.message(StyledLine.of("warning: " + Sanitizer.text(text), Role.WARNING));
            case OUTPUT -> print(text);
            case REPORT -> report(text);
            case FAILURE -> failure(text);
            case PLAIN -> message(text);
        }
    }

    @Override
    public void progress(String text) {
        if (!view.quiet() || text.isEmpty()) {
            screen.progress(StyledLine.of(TextWidth.cut(Sanitizer.text(text), screen.width() - 1), Role.NOTE));
        }
    }

    @Override
    public OutputBatch batch() {
        return screen.batch();
    }

    @Override
    public boolean wantsJson() {
        return notes != null ? notes.wantsJson() : view.format() == OutputFormat.JSON;
    }

    /** Shows an error, and where the statement stands if that is a file. */
    public void error(ShellException error, @Nullable SourceLine where) {
        SourceLine inner = error.source();
        error(error, inner == null ? where : inner, "");
    }

    /** Shows the error that a job ends with. */
    void jobError(ShellException error, String job) {
        error(error, error.source(), job);
    }

    private void error(ShellException error, @Nullable SourceLine source, String job) {
        if (!error.isExit()) {
            screen.messages(ErrorPage.of(error, source, job, view.resized(screen.width())));
            annotate(error, source);
        }
        view = usual;
    }

    private void annotate(ShellException error, @Nullable SourceLine source) {
        WorkflowErrors wanted = annotations;
        if (wanted != null && source != null && view.format() != OutputFormat.JSON) {
            screen.message(StyledLine.of(Sanitizer.text(wanted.line(source, error.text()))));
        }
    }

    private void note(String text) {
        if (!view.quiet()) {
            screen.message(StyledLine.of(Sanitizer.text(text), Role.NOTE));
        }
    }

    private void aside(String text) {
        if (view.terminal() && view.format() == OutputFormat.AUTO) {
            note(text);
        }
    }

    private void report(String line) {
        if (!view.quiet()) {
            print(line);
        }
    }

    private void failure(String line) {
        if (view.quiet()) {
            message(line);
        } else {
            print(line);
        }
    }

    private void print(String line) {
        if (view.format() == OutputFormat.JSON) {
            message(line);
        } else {
            output(line);
        }
    }
}
