package io.github.hubsh.shell.session.io;

import java.util.Map;

/**
 * Starts commands of the operating system with the user's locale. The launcher may have started this process with
 * another one, in which Java reads UTF-8.
 */
public final class UserCommand {
    /** What {@code LC_ALL} was, where the launcher has replaced it; empty for none. */
    public static final String LOCALE = "hubsh.locale";

    private UserCommand() {}

    /** Returns a command to start, with the variables of this process. */
    public static ProcessBuilder of(String... words) {
        ProcessBuilder command = new ProcessBuilder(words);
        String locale = System.getProperty(LOCALE);
        if (locale != null) {
            restoreLocale(command.environment(), locale);
        }
        return command;
    }

    /** Sets {@code LC_ALL} back to what it was. */
    public static void restoreLocale(Map<String, String> environment, String locale) {
        if (locale.isEmpty()) {
            environment.remove("LC_ALL");
        } else {
            environment.put("LC_ALL", locale);
        }
    }
}
