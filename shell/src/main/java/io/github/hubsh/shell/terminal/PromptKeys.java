package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.console.KeySource;
import java.io.IOException;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/** The keys of the prompt's terminal, which is in the mode for them already. */
final class PromptKeys implements KeySource {
    private static final int ESCAPE = 27;
    private static final long CHECK_INTERVAL_MILLIS = 100;

    /** What a key sends behind its Esc comes at once. */
    private static final long SEQUENCE_MILLIS = 50;

    private final NonBlockingReader keys;

    PromptKeys(NonBlockingReader keys) {
        this.keys = keys;
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public @Nullable String read() throws IOException {
        int key = keys.read(CHECK_INTERVAL_MILLIS);
        if (key == NonBlockingReader.READ_EXPIRED) {
            return "";
        }
        if (key < 0) {
            return null;
        }
        boolean sequence = key == ESCAPE && keys.peek(SEQUENCE_MILLIS) != NonBlockingReader.READ_EXPIRED;
        return sequence ? "" + (char) key + (char) keys.read() : String.valueOf((char) key);
    }

    @Override
    public void close() {
        // The prompt still uses this terminal.
    }
}
