package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.session.io.MessageLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.MaskingCallback;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * JLine's line reader, set up as ours.
 *
 * <p>While a line is typed Ctrl-C is a key like any other: as a signal it would overtake the keys before it, and lose
 * those after it. While a statement runs it is the signal, and nothing is echoed, so that no key mixes with results;
 * what is typed then shows up in the next line.
 */
final class LineEditor implements Editor {
    private static final String CTRL_C = "\u0003";
    private static final String INTERRUPT = "hubsh-interrupt";
    private static final String PRESENT_PROMPT = "hubsh-prompt";

    private final Terminal terminal;
    private final Attributes typing;
    private final Attributes running;
    private final ShellLineReader reader;
    private final TypingHints advice;
    private final ExternalEditor outside;
    private final LineAdapter line;
    private final PromptHistory history;
    private final Supplier<String> prompt;

    // Mutable state, written by the thread that reads lines
    private Consumer<Runnable> lender = Runnable::run;
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
        this.history = history;
        this.prompt = prompt;
        this.outside = new ExternalEditor(terminal, terminal.enterRawMode());
        this.running = terminal.getAttributes();
        this.typing = new Attributes(running);
        typing.setControlChar(ControlChar.VINTR, 0);
        this.reader = open(terminal, variables(settings));
        this.advice = new TypingHints(line.session(), history, settings.colored());
        reader.setParser(line);
        reader.setCompleter(line);
        reader.setCompletionMatcher(new AcceptAllMatcher());
        reader.setHighlighter(
                settings.colored() ? new LineHighlighter(line::memory, line::isForeign) : new DefaultHighlighter());
        reader.setHistory(history);
        reader.setOpt(Option.DISABLE_EVENT_EXPANSION);
        reader.setOpt(Option.GROUP_PERSIST);
        reader.unsetOpt(Option.HISTORY_TIMESTAMPED);
        bindCtrlC();
        reader.getWidgets().put(LineReader.EDIT_AND_EXECUTE_COMMAND, () -> {
            reader.setOpt(Option.ERASE_LINE_ON_FINISH);
            throw new Elsewhere(reader.getBuffer().toString());
        });
        keepPromptPresent();
        history.open(reader);
    }

    private static ShellLineReader open(Terminal terminal, Map<String, Object> variables) {
        try {
            return new ShellLineReader(terminal, variables);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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

    /** Under JLine's lock, both as reading starts and later, so that an old prompt never overwrites a new one. */
    private void keepPromptPresent() {
        Widget present = () -> {
            reader.setPrompt(present());
            return true;
        };
        reader.getWidgets().put(LineReader.CALLBACK_INIT, () -> {
            // JLine has just made the signal interrupt this line, but the key was pressed for the statement before it.
            terminal.handle(Terminal.Signal.INT, late -> {});
            Thread.interrupted();
            return present.apply();
        });
        reader.getWidgets().put(PRESENT_PROMPT, present);
    }

    private static Map<String, Object> variables(PromptSettings settings) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(LineReader.SECONDARY_PROMPT_PATTERN, "%P · ");
        variables.put(LineReader.HISTORY_SIZE, HistoryFile.MAX_KEPT_LINES);
        variables.put(LineReader.INDENTATION, 0);
        variables.put(LineReader.FEATURES_MAX_BUFFER_SIZE, TypingHints.MAX_LENGTH);
        // The highlighter marks the partner of a bracket, and the cursor stays where it is.
        variables.put(LineReader.BLINK_MATCHING_PAREN, 0L);
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
    public void borrowFrom(Consumer<Runnable> other) {
        lender = other;
    }

    @Override
    public String read() {
        String begun = "";
        history.catchUp();
        while (true) {
            terminal.setAttributes(typing);
            reader.advise(advice);
            try {
                return reader.readLine(prompt.get(), null, (MaskingCallback) null, begun);
            } catch (Elsewhere wanted) {
                begun = elsewhere(wanted.line);
            } finally {
                reader.advise(null);
                reader.unsetOpt(Option.ERASE_LINE_ON_FINISH);
                terminal.setAttributes(running);
            }
        }
    }

    /** Lets the user's editor have the line and the terminal; returns what became of the line. */
    private String elsewhere(String typed) {
        String[] edited = {typed};
        lender.accept(() -> {
            try {
                edited[0] = outside.edit(typed);
            } catch (IOException failed) {
                line.session()
                        .io()
                        .display()
                        .say(MessageLevel.WARNING, "the line is unchanged: " + failed.getMessage());
            }
        });
        return edited[0];
    }

    /** Ends JLine's reading: no reader may hold its lock while another program has the terminal. */
    private static final class Elsewhere extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String line;

        Elsewhere(String line) {
            super(null, null, false, false);
            this.line = line;
        }
    }

    @Override
    public void recalled(String recalled) {
        history.add(Instant.now(), recalled);
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
