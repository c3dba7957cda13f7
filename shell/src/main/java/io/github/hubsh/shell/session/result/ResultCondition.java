package io.github.hubsh.shell.session.result;

import io.github.hubsh.shell.word.ShellException;
import org.jspecify.annotations.Nullable;

/** What a result has to be like. For one thread. */
public interface ResultCondition {
    /**
     * Judges a result.
     *
     * @throws ShellException BAD_DATA if it cannot be judged
     */
    boolean holds(@Nullable Object value);
}
