package io.github.hubsh.shell.terminal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** JLine's line reader, set up as ours. */
final class LineEditor {
    private final LineReaderImpl reader;
    private final Supplier<String> prompt;

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
        this.prompt = prompt;
        this.reader = new LineReaderImpl(terminal, "hubsh", variables(settings));
        reader.setParser(line);
        reader.setCompleter(line);
        reader.setCompletionMatcher(new EveryCandidate());
        reader.setHighlighter(settings.colored() ? new VerbHighlighter() : new DefaultHighlighter());
        reader.setHistory(history);
        reader.setOpt(Option.DISABLE_EVENT_EXPANSION);
        reader.unsetOpt(Option.HISTORY_TIMESTAMPED);
        history.open(reader);
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

    /**
     * Reads a line; for one thread.
     *
     * @throws org.jline.reader.UserInterruptException on Ctrl-C, with what was typed
     * @throws org.jline.reader.EndOfFileException on Ctrl-D, or if the terminal is gone
     */
    String read() {
        return reader.readLine(prompt.get());
    }

    /** Prints text that ends with a line end, above the line being typed if there is one. For the printer's thread. */
    void printAbove(String text) {
        reader.setPrompt(prompt.get());
        reader.printAbove(text);
    }

    /** Shows the present prompt, if a line is being typed. May be called from any thread. */
    void refresh() {
        reader.setPrompt(prompt.get());
        try {
            reader.callWidget(LineReader.REDISPLAY);
        } catch (IllegalStateException notReading) {
            // The next line has the present prompt anyway.
        }
    }
}
