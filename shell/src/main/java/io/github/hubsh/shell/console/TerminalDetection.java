package io.github.hubsh.shell.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a standard stream is a terminal. Java cannot find that out for each stream, so the launcher passes
 * {@code -Dhubsh.tty=io}, which names those that are (i, o, e); without the launcher, Linux has the answer.
 */
public final class TerminalDetection {
    private static final int GROUP = 2;
    private static final int TERMINAL = 4;
    private static final int OWNER = 5;

    private TerminalDetection() {}

    public static boolean in() {
        return is('i', 0);
    }

    public static boolean out() {
        return is('o', 1);
    }

    public static boolean err() {
        return is('e', 2);
    }

    /** Returns whether stdin is a terminal that another job than this one has; false where the system cannot say. */
    public static boolean inBackground() {
        try {
            Object device = Files.getAttribute(Path.of("/proc/self/fd/0"), "unix:rdev");
            return isOfBackground(Files.readString(Path.of("/proc/self/stat")), String.valueOf(device));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }

    /**
     * Looks into a line of {@code /proc/PID/stat}: behind the name in parentheses stand the state, the parent, the
     * process group, the session, the terminal and the process group that has the terminal.
     *
     * @param device of stdin; on a terminal of another session, no job waits for its turn
     */
    static boolean isOfBackground(String stat, String device) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return fields.length > OWNER && fields[TERMINAL].equals(device) && !fields[OWNER].equals(fields[GROUP]);
    }

    private static boolean is(char letter, int descriptor) {
        String told = System.getProperty("hubsh.tty");
        if (told != null) {
            return told.indexOf(letter) >= 0;
        }
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
