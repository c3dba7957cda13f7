package io.github.hubsh.shell.console;

import io.github.hubsh.shell.session.io.KeyPresses;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Keys of a terminal, one at a time, for a statement that asks for one. For the thread that makes it: other statements
 * run beside the line that is typed, and the keys are not theirs.
 */
public final class SingleKeys implements KeyPresses {
    private static final String ESCAPE = "\u001b";

    private final KeySource keys;
    private final Thread reader = Thread.currentThread();

    // Mutable state: what was typed ahead
    private String rest = "";

    public SingleKeys(KeySource keys) {
        this.keys = keys;
    }

    /** Returns those of the process's own terminal. */
    public static KeyPresses ofTerminal() {
        return new SingleKeys(new TerminalKeys(Stty.TERMINAL));
    }

    @Override
    public String next() {
        if (Thread.currentThread() != reader) {
            throw new ShellException(Problem.USAGE, "a background job cannot ask").hint("run it without &");
        }
        String typed = rest.isEmpty() ? read() : rest;
        int length = typed.startsWith(ESCAPE) ? typed.length() : 1;
        rest = typed.substring(length);
        return typed.substring(0, length);
    }

    private String read() {
        if (!keys.open()) {
            throw new ShellException(Problem.USAGE, "the keys of this terminal cannot be read");
        }
        try {
            String typed = "";
            while (typed.isEmpty()) {
                ShellException.throwIfInterrupted();
                typed = typed(keys.read());
            }
            return typed;
        } catch (IOException gone) {
            throw ShellException.interrupted("no answer");
        } finally {
            keys.close();
        }
    }

    private static String typed(@Nullable String read) {
        if (read == null) {
            throw ShellException.interrupted("no answer");
        }
        return read;
    }
}
