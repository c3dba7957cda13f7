package io.github.hubsh.shell.session.io;

/** Results that may wait for others, so that many are written at once. For the thread that shows them. */
public interface OutputBatch extends AutoCloseable {
    /** Nothing waits. */
    OutputBatch NONE = new OutputBatch() {
        @Override
        public void write() {}

        @Override
        public void close() {}
    };

    /** Writes what waits: nothing more is at hand. */
    void write();

    /** Writes what waits; from now on nothing does. */
    @Override
    void close();
}
