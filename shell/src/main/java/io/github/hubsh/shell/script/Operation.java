package io.github.hubsh.shell.script;

import io.github.hubsh.shell.word.ShellException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A call of a script to the outside, whose arguments were read. It returns a text. */
interface Operation {
    /** Does it, on any thread, and waits for its end. */
    String run();

    /**
     * Starts it without a wait, on the script's thread.
     *
     * @param done gets what {@link #run} returns, or the text of its failure, on any thread
     * @return what gives it up; {@code null} if it has not started, because it may have to wait
     * @throws ShellException if it cannot start
     */
    default @Nullable Runnable start(Consumer<String> done) {
        return null;
    }

    /** Waits until {@link #start} starts it; on any thread. */
    default void awaitStart() {}

    /** Whether such operations of one connection start in the order of their calls. */
    default boolean keepsOrder() {
        return false;
    }
}
