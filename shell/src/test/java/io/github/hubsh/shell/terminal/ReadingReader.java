package io.github.hubsh.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** JLine's reader as it is while a line is typed, without a thread that reads. */
final class ReadingReader extends LineReaderImpl {
    private ReadingReader(Terminal terminal) throws IOException {
        super(terminal);
        regionActive = RegionType.NONE;
    }

    /** Returns one that reads nothing yet. */
    static ReadingReader idle() {
        try {
            return new ReadingReader(
                    new LineDisciplineTerminal("test", "xterm", new ByteArrayOutputStream(), StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Types a text, and moves the cursor. */
    ReadingReader typing(String text, int cursor) {
        reading = true;
        buf.clear();
        buf.write(text);
        buf.cursor(cursor);
        return this;
    }

    @SuppressWarnings("JdkObsolete") // the type of JLine's field
    ReadingReader searching(String term) {
        searchTerm = new StringBuffer(term);
        return this;
    }

    ReadingReader marking() {
        regionActive = RegionType.CHAR;
        return this;
    }
}
