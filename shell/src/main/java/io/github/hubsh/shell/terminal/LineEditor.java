package io.github.hubsh.shell.terminal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * JLine's line reader, set up as ours.
 *
 * <p>While a line is typed Ctrl-C is a key like any other: as a signal it would overtake the keys before it, and lose those
 * after it. While a statement runs it is the signal, and nothing is echoed, lest it mix with results; what is typed then
 * shows up in the next line.
 */
final class LineEditor implements Editor {
    private static final String CTRL_C = "\u0003";
    private static final String INTERRUPT = "hubsh-interrupt";
    private static final String PRESENT_PROMPT = "hubsh-prompt";

    private final Terminal terminal;
    private final Attributes typing;
    private final Attributes running;
    private final LineReaderImpl reader;
    private final LineAdapter line;
    private final Supplier<String> prompt;

    // Mutable state, written by the thread that reads lines
    private volatile @Nullable String question;

    /**
     * Sets a reader up on a terminal.
     *
     * @param prompt the present prompt as JLine's pattern; asked by every thread that prints
     */
    LineEditor(
            Terminal terminal,
            PromptSettings settings,
            LineAdapter line,
            PromptHistory history,
            Supplier<String> prompt) {
        this.terminal = terminal;
        this.line = line;
        this.prompt = prompt;
        terminal.enterRawMode();
        this.running = terminal.getAttributes();
        this.typing = new Attributes(running);
        typing.setControlChar(ControlChar.VINTR, 0);
        this.reader = new ReflowedReader(terminal, "hubsh", variables(settings));
        reader.setParser(line);
        reader.setCompleter(line);
        reader.setCompletionMatcher(new EveryCandidate());
        reader.setHighlighter(
                settings.colored() ? new LineHighlighter(line::names, line::isForeign) : new DefaultHighlighter());
        reader.setHistory(history);
        reader.setOpt(Option.DISABLE_EVENT_EXPANSION);
        reader.unsetOpt(Option.HISTORY_TIMESTAMPED);
        bindCtrlC();
        keepPromptPresent();
        history.open(reader);
    }

    private void bindCtrlC() {
        reader.getWidgets().put(INTERRUPT, () -> {
            throw new UserInterruptException(reader.getBuffer().toString());
        });
        reader.getKeyMaps().forEach((name, keys) -> {
            // In a menu a key of no use there ends it, and is read again with the usual keys.
            if (!name.equals(LineReader.MENU)) {
                keys.bind(new Reference(INTERRUPT), CTRL_C);
            }
        });
    }

    /** Under JLine's lock, both as reading starts and later: so none that is new is overwritten by one that is old. */
    private void keepPromptPresent() {
        Widget present = () -> {
            reader.setPrompt(present());
            return true;
        };
        reader.getWidgets().put(LineReader.CALLBACK_INIT, present);
        reader.getWidgets().put(PRESENT_PROMPT, present);
    }

    private static Map<String, Object> variables(PromptSettings settings) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(LineReader.SECONDARY_PROMPT_PATTERN, "%P · ");
        variables.put(LineReader.HISTORY_SIZE, HistoryFile.KEPT);
        variables.put(LineReader.INDENTATION, 0);
        variables.put(LineReader.COMPLETION_STYLE_LIST_GROUP, settings.colored() ? "bold" : "");
        variables.put(LineReader.COMPLETION_STYLE_GROUP, settings.colored() ? "bold" : "");
        variables.put(LineReader.COMPLETION_STYLE_LIST_DESCRIPTION, settings.colored() ? "faint" : "");
        variables.put(LineReader.COMPLETION_STYLE_DESCRIPTION, settings.colored() ? "faint" : "");
        if (settings.inputrc() != null) {
            variables.put(LineReader.INPUT_RC_FILE_NAME, settings.inputrc().toString());
        }
        return variables;
    }

    @Override
    public String read() {
        terminal.setAttributes(typing);
        try {
            return reader.readLine(prompt.get());
        } finally {
            terminal.setAttributes(running);
        }
    }

    @Override
    public String ask(String what) {
        // JLine takes % in a prompt for a pattern of its own.
        String pattern = what.replace("%", "%%");
        question = pattern;
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        reader.setParser(new DefaultParser());
        terminal.setAttributes(typing);
        try {
            return reader.readLine(pattern);
        } finally {
            terminal.setAttributes(running);
            reader.setParser(line);
            reader.setVariable(LineReader.DISABLE_HISTORY, false);
            question = null;
        }
    }

    @Override
    public void printAbove(String text) {
        refresh();
        reader.printAbove(text);
    }

    @Override
    public void refresh() {
        try {
            reader.callWidget(PRESENT_PROMPT);
            reader.callWidget(LineReader.REDISPLAY);
        } catch (IllegalStateException notReading) {
            // The next line has the present prompt anyway.
        }
    }

    @Override
    public void typedAhead(String keys) {
        reader.runMacro(keys);
    }

    private String present() {
        String asked = question;
        return asked != null ? asked : prompt.get();
    }
}
