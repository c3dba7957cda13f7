package io.github.hubsh.shell.terminal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/** A terminal for another process, which takes it for a person's; this end of it is the keyboard and the screen. */
public final class PseudoTerminal implements AutoCloseable {
    private static final Size SIZE = new Size(80, 24);

    private final JniNativePty pty;

    private PseudoTerminal(JniNativePty pty) {
        this.pty = pty;
    }

    /** Opens one of 80 columns, in the mode that the system gives to a new one. */
    public static PseudoTerminal open() throws IOException {
        try {
            return new PseudoTerminal((JniNativePty) new JniTerminalProvider().open(null, SIZE));
        } catch (UnsupportedOperationException none) {
            throw new IOException("this system has no pseudo terminals", none);
        }
    }

    /** Returns what the other process is to have as its three streams. */
    public File device() {
        return new File(pty.getName());
    }

    /** Returns where keys go to. */
    public OutputStream keyboard() {
        return pty.getMasterOutput();
    }

    /** Returns what is shown. */
    public InputStream screen() {
        return pty.getMasterInput();
    }

    @Override
    public void close() throws IOException {
        pty.close();
    }
}
