package io.github.hubsh.core.thread;

import java.util.concurrent.ThreadFactory;

/** Makes threads that have a name and do not keep the process alive. Any thread may call. */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** Returns a thread that has not started yet. */
    public static Thread create(String name, Runnable work) {
        return create(name, 0, work);
    }

    /**
     * Returns a thread that has not started yet.
     *
     * @param stackBytes the size of its stack; 0 for the usual one
     */
    public static Thread create(String name, long stackBytes, Runnable work) {
        Thread thread = new Thread(null, work, name, stackBytes);
        thread.setDaemon(true);
        return thread;
    }

    /** Returns a thread that has started. */
    public static Thread start(String name, Runnable work) {
        Thread thread = create(name, work);
        thread.start();
        return thread;
    }

    /** Returns what makes the threads of an executor, all of one name. */
    public static ThreadFactory factory(String name) {
        return work -> create(name, work);
    }
}
