package io.github.hubsh.shell.filter;

/** A stage that keeps nothing: at the end of the results only the next stage has work left. */
interface StatelessStage extends Stage {
    /** Returns the stage behind this one. */
    Stage next();

    @Override
    default void end() {
        next().end();
    }

    @Override
    default void close() {
        next().close();
    }
}
