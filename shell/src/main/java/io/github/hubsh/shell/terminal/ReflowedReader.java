package io.github.hubsh.shell.terminal;

import java.util.Map;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/**
 * JLine's reader, for terminals that change their width. Most of them fold the rows anew and take the cursor along; JLine
 * draws the line again in the row where the cursor is then, so what is folded above it would stay. Here that goes first.
 */
final class ReflowedReader extends LineReaderImpl {
    ReflowedReader(Terminal terminal, String name, Map<String, Object> variables) {
        super(terminal, name, variables);
    }

    @Override
    protected synchronized void handleSignal(Signal signal) {
        lock.lock();
        try {
            int columns = terminal.getBufferSize().getColumns();
            if (signal == Signal.WINCH && columns > 0 && columns != size.getColumns()) {
                terminal.puts(Capability.carriage_return);
                for (int row = rowsAbove(columns); row > 0; row--) {
                    terminal.puts(Capability.cursor_up);
                }
                terminal.puts(Capability.clr_eos);
            }
            super.handleSignal(signal);
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many rows the terminal has folded what stands before the cursor into, but for the cursor's own. */
    private int rowsAbove(int columns) {
        int before = prompt == null ? 0 : prompt.columnLength();
        String[] lines = buf.upToCursor().split("\n", -1);
        int rows = 0;
        for (int i = 0; i < lines.length; i++) {
            // Further lines are indented as far as the prompt reaches.
            int width = before + new AttributedString(lines[i]).columnLength();
            boolean last = i == lines.length - 1;
            rows += last ? width / columns : 1 + Math.max(0, width - 1) / columns;
        }
        return rows;
    }
}
