package io.github.hubsh.shell.terminal;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.terminal.impl.jni.JniNativePty;

/** A terminal for another process, which takes it for a person's; this end of it is the keyboard and the screen. */
public final class PseudoTerminal implements AutoCloseable {
    private static final Size SIZE = new Size(80, 24);

    private final Terminal terminal;
    private final JniNativePty pty;

    private PseudoTerminal(Terminal terminal, JniNativePty pty) {
        this.terminal = terminal;
        this.pty = pty;
    }

    /** Opens one of 80 columns. */
    public static PseudoTerminal open() throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(false)
                .provider("jni")
                .type("xterm-256color")
                // What is typed and shown is read and written here, and not by a thread of JLine's.
                .streams(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream())
                .paused(true)
                .build();
        if (terminal instanceof AbstractPosixTerminal posix && posix.getPty() instanceof JniNativePty pty) {
            terminal.setSize(SIZE);
            return new PseudoTerminal(terminal, pty);
        }
        terminal.close();
        throw new IOException("this system has no pseudo terminals");
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
        terminal.close();
    }
}
