package io.github.hubsh.shell.console;

import java.util.List;

/**
 * The second screen of a terminal, where frames are drawn over one another, without a cursor; the first screen stays as
 * it was. Returns what to write and writes nothing itself. Not thread-safe: its owner has a lock.
 */
public final class AlternateScreen {
    private static final String ENTER = "\u001b[?1049h\u001b[2J\u001b[?25l";
    private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
    private static final String HOME = "\u001b[H";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final String lineEnd;

    // Mutable state
    private boolean shown;

    /** Takes what moves the cursor to the start of the next line. */
    public AlternateScreen(String lineEnd) {
        this.lineEnd = lineEnd;
    }

    public boolean isShown() {
        return shown;
    }

    /** Returns what draws these lines in place of those before; there is no moment in which the screen is empty. */
    public String draw(List<String> lines) {
        String drawing = HOME + String.join(CLEAR_LINE + lineEnd, lines) + CLEAR_BELOW;
        String text = shown ? drawing : ENTER + drawing;
        shown = true;
        return text;
    }

    /** Returns what restores the first screen; an empty text if it is shown already. */
    public String leave() {
        String text = shown ? LEAVE : "";
        shown = false;
        return text;
    }
}
