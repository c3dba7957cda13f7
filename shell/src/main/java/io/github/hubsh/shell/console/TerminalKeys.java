package io.github.hubsh.shell.console;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Keys of a terminal. Java cannot read a key by itself, so {@code stty} is asked for a terminal that hands on each key
 * at once, and at the end for the mode that was there before. For one thread at a time.
 */
final class TerminalKeys implements KeySource {
    private final String device;
    private final byte[] keys = new byte[64];

    // Mutable state
    private String before = "";
    private @Nullable InputStream terminal;

    /**
     * Prepares to read keys.
     *
     * @param device the path of the terminal
     */
    TerminalKeys(String device) {
        this.device = device;
    }

    @Override
    public boolean open() {
        before = Stty.run(device, "-g");
        if (before.isEmpty()) {
            return false;
        }
        try {
            terminal = new FileInputStream(device);
        } catch (IOException gone) {
            return false; // Ctrl-C still ends the frames.
        }
        // Reads end after a tenth of a second, so that no thread waits for a key that does not come.
        Stty.run(device, "-echo", "-icanon", "min", "0", "time", "1");
        return true;
    }

    @Override
    public @Nullable String read() throws IOException {
        if (terminal == null) {
            return null;
        }
        int count = terminal.read(keys);
        return count <= 0 ? "" : new String(keys, 0, count, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        InputStream open = terminal;
        if (open == null) {
            return;
        }
        terminal = null;
        Stty.run(device, before);
        try {
            open.close();
        } catch (IOException gone) {
            // There is nothing left to close.
        }
    }
}
