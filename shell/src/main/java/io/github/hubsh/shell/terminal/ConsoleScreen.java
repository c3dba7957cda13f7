package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.console.FrameKeys;
import io.github.hubsh.shell.render.Ansi;
import io.github.hubsh.shell.render.AsciiFallback;
import io.github.hubsh.shell.render.Sanitizer;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.StyledLine;
import io.github.hubsh.shell.render.StyledSpan;
import io.github.hubsh.shell.render.TextWidth;
import io.github.hubsh.shell.session.io.OutputBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jspecify.annotations.Nullable;

/** The terminal as a screen: lines come below one another while a statement runs, else above the line being typed. */
final class ConsoleScreen implements Screen {
    private static final int MIN_WIDTH = 20;
    private static final int DEFAULT_WIDTH = 80;
    private static final int MIN_VALUE = 4;
    private static final int DEFAULT_HEIGHT = 24;

    private final TerminalWriter printer;
    private final PromptSettings settings;
    private final Supplier<Size> size;
    private final boolean patient;
    private final @Nullable Pager pager;
    private final @Nullable FrameKeys keys;

    private ConsoleScreen(
            TerminalWriter printer,
            PromptSettings settings,
            Supplier<Size> size,
            boolean patient,
            @Nullable Pager pager,
            @Nullable FrameKeys keys) {
        this.printer = printer;
        this.settings = settings;
        this.size = size;
        this.patient = patient;
        this.pager = pager;
        this.keys = keys;
    }

    /**
     * Returns the screen of the statement that was typed: its data waits for its turn, and all of it is shown.
     *
     * @param pager for what is longer than the screen, or {@code null} for none
     * @param keys pressed while a frame is shown
     */
    static Screen foreground(
            TerminalWriter printer,
            PromptSettings settings,
            Supplier<Size> size,
            @Nullable Pager pager,
            FrameKeys keys) {
        return new ConsoleScreen(printer, settings, size, true, pager, keys);
    }

    /** Returns the screen of what runs beside the prompt: it never waits, and what does not fit is counted. */
    static Screen beside(TerminalWriter printer, PromptSettings settings, Supplier<Size> size) {
        return new ConsoleScreen(printer, settings, size, false, null, null);
    }

    @Override
    public void data(StyledLine line) {
        if (!settings.dataToTerminal()) {
            settings.streams().data(line);
        } else if (patient) {
            printer.print(text(line));
        } else {
            printer.offer(text(line));
        }
    }

    @Override
    public OutputBatch batch() {
        return settings.dataToTerminal() ? OutputBatch.NONE : settings.streams().batch();
    }

    @Override
    public void bytes(byte[] content) {
        if (!settings.dataToTerminal()) {
            settings.streams().bytes(content);
        }
    }

    @Override
    public void message(StyledLine line) {
        if (settings.messagesToTerminal()) {
            printer.tell(text(line));
        } else {
            settings.streams().message(line);
        }
    }

    @Override
    public void messages(List<StyledLine> lines) {
        if (settings.messagesToTerminal()) {
            printer.tell(lines.stream().map(this::text).toList());
        } else {
            settings.streams().messages(lines);
        }
    }

    @Override
    public void progress(StyledLine line) {
        if (patient && settings.messagesToTerminal() && !settings.dumb()) {
            printer.progress(line.text().isEmpty() ? "" : text(line));
        }
    }

    @Override
    public int width() {
        int width = size.get().getColumns();
        return width <= 0 ? DEFAULT_WIDTH : Math.max(MIN_WIDTH, width);
    }

    @Override
    public int height() {
        int height = size.get().getRows();
        return height <= 0 ? DEFAULT_HEIGHT : Math.max(MIN_VALUE, height);
    }

    @Override
    public boolean frame(List<StyledLine> lines) {
        if (!patient || !settings.dataToTerminal() || settings.dumb()) {
            return false;
        }
        if (keys != null && !lines.isEmpty()) {
            keys.begin();
        }
        printer.frame(texts(lines));
        if (keys != null && lines.isEmpty()) {
            keys.end();
        }
        return true;
    }

    @Override
    public boolean dismissed() {
        return keys != null && keys.dismissed();
    }

    @Override
    public boolean isForPager(List<StyledLine> lines) {
        return pager != null && settings.dataToTerminal() && rows(lines) >= height();
    }

    @Override
    public boolean page(List<StyledLine> lines) {
        Pager present = pager;
        if (present == null) {
            return false;
        }
        List<String> texts = texts(lines);
        boolean[] shown = new boolean[1];
        printer.lend(() -> shown[0] = present.show(texts));
        return shown[0];
    }

    /** What is wider than the screen is folded. */
    private int rows(List<StyledLine> lines) {
        int width = width();
        int rows = 0;
        for (StyledLine line : lines) {
            rows += Math.max(1, (TextWidth.of(line.text()) + width - 1) / width);
        }
        return rows;
    }

    private List<String> texts(List<StyledLine> lines) {
        List<String> texts = new ArrayList<>(lines.size());
        for (StyledLine line : lines) {
            texts.add(text(line));
        }
        return texts;
    }

    /** Renderers make text harmless; this makes sure of it, because the terminal would obey it. */
    private String text(StyledLine line) {
        List<StyledSpan> spans = new ArrayList<>(line.spans().size());
        for (StyledSpan span : line.spans()) {
            spans.add(new StyledSpan(Sanitizer.text(span.text()), span.role()));
        }
        StyledLine visible = new StyledLine(spans);
        return AsciiFallback.text(settings.colored() ? Ansi.colored(visible) : visible.text(), settings.charset());
    }
}
