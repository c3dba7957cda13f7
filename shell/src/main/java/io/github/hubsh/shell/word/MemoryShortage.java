package io.github.hubsh.shell.word;

/** What is said when something does not fit into the memory that Java may take. */
public final class MemoryShortage {
    private static final int MEGABYTE = 1 << 20;

    private MemoryShortage() {}

    /**
     * Returns the error.
     *
     * @param what does not fit: {@code the reply}
     */
    public static ShellException of(String what, Throwable cause) {
        long limit = Runtime.getRuntime().maxMemory() / MEGABYTE;
        return new ShellException(
                        Problem.BAD_DATA, what + " does not fit into the memory of the shell, " + limit + " MB", cause)
                .hint("ask for less at once; HUBSH_JAVA_OPTS=-Xmx" + enough(limit) + "m gives the shell more");
    }

    /** Returns a limit that may be enough: a reply takes several times its size while it is read. */
    private static long enough(long limit) {
        return Math.max(limit * 4, 1024);
    }
}
