package io.github.hubsh.shell.terminal;

import java.util.function.Consumer;

/** Where a line is typed. */
interface Editor {
    /**
     * Reads a line; for one thread.
     *
     * @throws org.jline.reader.UserInterruptException on Ctrl-C, with what was typed
     * @throws org.jline.reader.EndOfFileException on Ctrl-D, or if the terminal is gone
     */
    String read();

    /**
     * Reads the answer to a question, which is no line of the shell: the history does not keep it, and it never takes a
     * second line. For the thread that reads lines, between two of them.
     *
     * @throws org.jline.reader.UserInterruptException on Ctrl-C
     * @throws org.jline.reader.EndOfFileException on Ctrl-D
     */
    String ask(String question);

    /** Adds a line to the history that was recalled from it. For the thread that reads lines. */
    void recalled(String line);

    /** Prints text that ends with a line end, above the line being typed if there is one. For the printer's thread. */
    void printAbove(String text);

    /** Takes the function that keeps all other threads from the terminal while another program has it. */
    default void borrowFrom(Consumer<Runnable> lender) {}

    /** Shows the present prompt, if a line is being typed. May be called from any thread. */
    void refresh();

    /**
     * Takes keys that were typed before the next line is read, as though they were typed there. Not while one is read.
     */
    default void typedAhead(String keys) {
        // The system keeps them.
    }
}
