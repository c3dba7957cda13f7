package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.result.Outcome;

/** Takes results one at a time. For the thread that runs the statement. */
public interface Stage {
    /**
     * Takes a result.
     *
     * @throws PipelineClosed if no more are wanted
     */
    void accept(Outcome outcome);

    /** There are no more: hands on what was kept until now, and ends the stage behind. */
    void end();

    /** Releases what the stage holds, whether it has ended or not; quick, and safe to call twice. */
    default void close() {}
}
