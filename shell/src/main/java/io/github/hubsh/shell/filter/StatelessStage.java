package io.github.hubsh.shell.filter;

/** A stage that keeps nothing: when results end, all that is left to do is the next stage's. */
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
