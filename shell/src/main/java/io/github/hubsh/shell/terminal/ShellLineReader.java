package io.github.hubsh.shell.terminal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * JLine's reader, with a suggestion behind the line, a hint below it, and a history that goes by what was typed.
 *
 * <p>JLine has suggestions of its own, and tips in a status bar; but its suggestions wrap and push the line about, come
 * with a regular expression over the history at every key, and the bar's scroll region does not survive what is printed
 * above the line. So both are added where JLine puts the line together: they are rows of its display like any other,
 * are drawn and removed with it, and gone before a line is accepted.
 */
final class ShellLineReader extends LineReaderImpl {
    private static final int MIN_ROWS_FOR_HINTS = 6;
    private static final int MAX_INDENT = 20;

    // Mutable state, guarded by JLine's lock
    private @Nullable TypingHints advice;
    private String suggestion = "";
    private String suggestedFor = "";
    private @Nullable String recalled;
    private String wanted = "";
    private int place;
    private boolean atTop;

    ShellLineReader(Terminal terminal, Map<String, Object> variables) throws IOException {
        super(terminal, "hubsh", variables);
    }

    /** Takes what is to be shown beside the line from now on; {@code null} for nothing. */
    void advise(@Nullable TypingHints other) {
        advice = other;
        recalled = null;
        atTop = false;
    }

    /**
     * {@inheritDoc} Terminals rewrap their rows, the line being typed among them. This clears the line from its first
     * row on before JLine draws it again, because JLine begins where the cursor is.
     */
    @Override
    protected synchronized void handleSignal(Terminal.Signal signal) {
        lock.lock();
        try {
            int width = terminal.getBufferSize().getColumns();
            if (signal == Terminal.Signal.WINCH && reading && width > 0 && width != size.getColumns()) {
                toFirstRow(width);
                terminal.puts(Capability.clr_eos);
            }
            super.handleSignal(signal);
        } finally {
            lock.unlock();
        }
    }

    private void toFirstRow(int width) {
        if (atTop) {
            // Wrapped rows may have scrolled out and come back above, so the cursor does not tell the first row.
            terminal.puts(Capability.cursor_home);
            return;
        }
        AttributedStringBuilder above = new AttributedStringBuilder().append(prompt);
        above.append(buf.upToCursor().replace("\n", "\n" + " ".repeat(prompt.columnLength())));
        int rows =
                above.columnSplitLength(width, false, display.delayLineWrap()).size() - 1;
        for (int i = 0; i < rows; i++) {
            terminal.puts(Capability.cursor_up);
        }
        terminal.puts(Capability.carriage_return);
    }

    @Override
    public boolean clearScreen() {
        atTop = super.clearScreen();
        return atTop;
    }

    @Override
    public void printAbove(String text) {
        lock.lock();
        try {
            atTop = false;
            super.printAbove(text);
        } finally {
            lock.unlock();
        }
    }

    /** {@inheritDoc} Also what stands behind and below: JLine draws what this returns. */
    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        Supplier<AttributedString> below = post;
        AttributedString line;
        post = null;
        try {
            line = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        } finally {
            post = below;
        }
        suggestion = "";
        AttributedStringBuilder all = new AttributedStringBuilder(line.length()).append(line);
        if (below != null) {
            return all.append("\n").append(below.get()).toAttributedString();
        }
        TypingHints present = advice;
        if (present != null && reading && searchTerm == null && regionActive == RegionType.NONE) {
            add(present, line, all);
        }
        return all.toAttributedString();
    }

    private void add(TypingHints present, AttributedString line, AttributedStringBuilder all) {
        int width = size.getColumns();
        List<AttributedString> rows = line.columnSplitLength(width, true, display.delayLineWrap());
        int used = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).columnLength();
        String typed = buf.toString();
        if (buf.cursor() == buf.length()) {
            suggestion = present.suggestion(typed);
            suggestedFor = typed;
            all.append(present.grey(suggestion, width - 1 - used));
        }
        if (size.getRows() >= MIN_ROWS_FOR_HINTS && rows.size() + 1 < size.getRows()) {
            int indent = prompt.columnLength() > MAX_INDENT ? 2 : prompt.columnLength();
            AttributedString hint = present.hint(typed, buf.cursor(), width - 1 - indent);
            if (hint.length() > 0) {
                all.append("\n").append(" ".repeat(indent)).append(hint);
            }
        }
    }

    @Override
    protected boolean forwardChar() {
        return accept(suggestion.length()) || super.forwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return accept(suggestion.length()) || super.endOfLine();
    }

    @Override
    protected boolean forwardWord() {
        int end = 0;
        while (end < suggestion.length() && Character.isWhitespace(suggestion.charAt(end))) {
            end++;
        }
        while (end < suggestion.length() && !Character.isWhitespace(suggestion.charAt(end))) {
            end++;
        }
        return accept(end) || super.forwardWord();
    }

    private boolean accept(int length) {
        if (length == 0 || buf.cursor() < buf.length() || !buf.toString().equals(suggestedFor)) {
            return false;
        }
        buf.write(suggestion.substring(0, length));
        return true;
    }

    @Override
    protected boolean upLineOrHistory() {
        return upLine() || recall(-1);
    }

    @Override
    protected boolean upLineOrSearch() {
        return upLine() || recall(-1);
    }

    @Override
    protected boolean downLineOrHistory() {
        return downLine() || recall(1);
    }

    @Override
    protected boolean downLineOrSearch() {
        return downLine() || recall(1);
    }

    /** Moves to the next line of the history that begins with the typed text; behind the newest, to that text. */
    private boolean recall(int step) {
        String now = buf.toString();
        if (!now.equals(recalled)) {
            wanted = now;
            place = history.last() + 1;
        }
        for (int at = place + step; at >= history.first() && at <= history.last(); at += step) {
            String line = history.get(at);
            if (line.startsWith(wanted) && !line.equals(now)) {
                return show(line, at);
            }
        }
        return step > 0 && !now.equals(wanted) && show(wanted, history.last() + 1);
    }

    private boolean show(String line, int at) {
        place = at;
        recalled = line;
        setBuffer(line);
        return true;
    }

    /**
     * {@inheritDoc} In place of JLine's, which shows one line at a time: the line that is chosen, and a list of all
     * that fit below it. A key that is none of the search takes the line, and does there what it always does.
     */
    @Override
    protected boolean doSearchHistory(boolean backward) {
        String before = buf.toString();
        HistorySearch search = new HistorySearch(this::newestFirst, before);
        boolean going = true;
        while (going) {
            String line = search.line();
            setBuffer(line == null ? search.sought() : line);
            post = () -> SearchRows.of(search, size.getColumns() - 1, size.getRows() - promptRows() - 1);
            redisplay();
            Binding key = readBinding(getKeys());
            going = key instanceof Reference named && searchKey(named.name(), search);
            if (key == null || (key instanceof Reference named && named.name().equals(SEND_BREAK))) {
                setBuffer(before);
            } else if (!going) {
                bindingReader.runMacro(getLastBinding());
            }
        }
        post = null;
        return true;
    }

    /** Returns whether a key belongs to the search. */
    private boolean searchKey(String widget, HistorySearch search) {
        String sought = search.sought();
        switch (widget) {
            case SELF_INSERT -> search.seek(sought + getLastBinding());
            case BACKWARD_DELETE_CHAR, VI_BACKWARD_DELETE_CHAR ->
                search.seek(sought.substring(0, Math.max(0, sought.length() - 1)));
            case HISTORY_INCREMENTAL_SEARCH_BACKWARD, UP_LINE_OR_HISTORY, UP_LINE_OR_SEARCH -> search.move(1);
            case HISTORY_INCREMENTAL_SEARCH_FORWARD, DOWN_LINE_OR_HISTORY, DOWN_LINE_OR_SEARCH -> search.move(-1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private Iterator<String> newestFirst() {
        List<String> lines = new ArrayList<>();
        history.reverseIterator().forEachRemaining(entry -> lines.add(entry.line()));
        return lines.iterator();
    }

    /** As JLine's, but where the list is longer than the screen it shows what fits and asks nothing. */
    @Override
    protected boolean doList(
            List<Candidate> possible,
            String completed,
            boolean runLoop,
            BiFunction<CharSequence, Boolean, CharSequence> escaper,
            boolean forSuggestion) {
        post = null;
        super.doList(possible, completed, false, escaper, true);
        boolean fits = post != null;
        post = null;
        if (fits) {
            // Also where JLine would leave the list there until the line is accepted.
            return super.doList(possible, completed, true, escaper, forSuggestion);
        }
        int fitting = fitting(possible);
        super.doList(possible.subList(0, fitting), completed, false, escaper, true);
        Supplier<AttributedString> list = post == null ? () -> AttributedString.EMPTY : post;
        AttributedString rest = new AttributedString("… " + (possible.size() - fitting) + " more: type on");
        post = () -> AttributedString.join(new AttributedString("\n"), list.get(), rest);
        redisplay();
        Binding next = readBinding(getKeys());
        post = null;
        if ("\t".equals(getLastBinding())) {
            buf.backspace(escaper.apply(completed, false).length());
            doMenu(possible, completed, escaper);
        } else if (next != null) {
            bindingReader.runMacro(getLastBinding());
        }
        return false;
    }

    /** As JLine's, but descriptions begin in one column, where the eye finds them. */
    @Override
    protected void toColumns(
            Object items,
            int width,
            int maxWidth,
            AttributedStringBuilder sb,
            Candidate selection,
            String completed,
            boolean rowsFirst,
            boolean doMenuList,
            int[] out) {
        if (items instanceof List<?> all && CandidateRows.fit(all)) {
            List<Candidate> candidates = all.stream().map(Candidate.class::cast).toList();
            new CandidateRows(width - 1).add(candidates, selection, sb);
            out[1] = candidates.contains(selection) ? out[0] + candidates.indexOf(selection) : out[1];
            out[0] += candidates.size();
            out[2] = 1;
        } else {
            super.toColumns(items, width, maxWidth, sb, selection, completed, rowsFirst, doMenuList, out);
        }
    }

    /** Returns how many candidates surely fit, each in a row of its own below its group's name. */
    private int fitting(List<Candidate> possible) {
        long groups = possible.stream().map(Candidate::group).distinct().count();
        int rows = size.getRows() - promptRows() - 2 - (int) Math.min(groups, size.getRows());
        return Math.min(possible.size(), Math.max(1, rows));
    }

    private int promptRows() {
        return 1 + (prompt.columnLength() + buf.length()) / Math.max(1, size.getColumns());
    }
}
