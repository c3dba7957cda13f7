package io.github.hubsh.shell.word;

import org.jspecify.annotations.Nullable;

/** Waits that Ctrl-C ends: an interruption of the waiting thread becomes {@link Problem#INTERRUPTED}. */
public final class Interruptible {
    private Interruptible() {}

    /**
     * Something that blocks and gives a result.
     *
     * @param <T> the result
     * @param <X> what it throws besides; inferred as an unchecked exception where it throws nothing
     */
    @FunctionalInterface
    public interface Wait<T extends @Nullable Object, X extends Exception> {
        T get() throws InterruptedException, X;
    }

    /**
     * Something that blocks.
     *
     * @param <X> what it throws besides; inferred as an unchecked exception where it throws nothing
     */
    @FunctionalInterface
    public interface Pause<X extends Exception> {
        void run() throws InterruptedException, X;
    }

    /**
     * Waits for a result.
     *
     * @param stopped the message where the wait is interrupted
     * @throws ShellException INTERRUPTED
     */
    public static <T extends @Nullable Object, X extends Exception> T get(String stopped, Wait<T, X> wait) throws X {
        try {
            return wait.get();
        } catch (InterruptedException stop) {
            throw ShellException.interrupted(stopped);
        }
    }

    /**
     * Waits.
     *
     * @param stopped the message where the wait is interrupted
     * @throws ShellException INTERRUPTED
     */
    public static <X extends Exception> void run(String stopped, Pause<X> pause) throws X {
        try {
            pause.run();
        } catch (InterruptedException stop) {
            throw ShellException.interrupted(stopped);
        }
    }
}
