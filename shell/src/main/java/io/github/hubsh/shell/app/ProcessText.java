package io.github.hubsh.shell.app;

import io.github.hubsh.shell.session.io.UserCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text that the process is given. Java reads it in the charset of the locale, so the launcher starts it with a
 * UTF-8 locale where the user's has no charset or is not installed, and passes on what the user's was.
 */
final class ProcessText {
    private static final char REPLACEMENT = '\ufffd';
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    private static final Path ENVIRONMENT = Path.of("/proc/self/environ");

    private ProcessText() {}

    /** Returns the variables with the locale as the user has it. */
    static Map<String, String> environment(Map<String, String> given, @Nullable String locale) {
        if (locale == null) {
            return given;
        }
        Map<String, String> environment = new HashMap<>(given);
        UserCommand.restoreLocale(environment, locale);
        return environment;
    }

    /** Returns the number of the first argument that could not be read in the charset of the locale, or 0. */
    static int unreadable(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).indexOf(REPLACEMENT) >= 0) {
                return isTyped(COMMAND_LINE) ? 0 : i + 1;
            }
        }
        return 0;
    }

    /** Returns the first of our variables that could not be read in the charset of the locale, or no text. */
    static String unreadable(Map<String, String> environment) {
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (variable.getKey().startsWith("HUBSH_") && variable.getValue().indexOf(REPLACEMENT) >= 0) {
                return isTyped(ENVIRONMENT) ? "" : variable.getKey();
            }
        }
        return "";
    }

    /** Returns whether the replacement character itself is in what the process was given: then nothing was replaced. */
    static boolean isTyped(Path given) {
        try {
            byte[] bytes = Files.readAllBytes(given);
            return new String(bytes, StandardCharsets.ISO_8859_1).contains("\u00ef\u00bf\u00bd");
        } catch (IOException unknown) {
            return true;
        }
    }
}
