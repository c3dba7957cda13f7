package io.github.hubsh.shell.app;

import io.github.hubsh.shell.console.LocaleStream;
import io.github.hubsh.shell.console.TerminalSize;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.terminal.PromptSettings;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The process that the program runs in, as values.
 *
 * @param environment its variables
 * @param directory that relative paths start from
 * @param terminalIn whether stdin is a terminal
 * @param terminalOut whether stdout is one
 * @param terminalErr whether stderr is one
 */
record ProcessEnvironment(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Map<String, String> environment,
        Path directory,
        boolean terminalIn,
        boolean terminalOut,
        boolean terminalErr) {
    private static final int DEFAULT_WIDTH = 80;

    /** Returns the same process, but with a stream that knows the locale before each terminal that needs it. */
    ProcessEnvironment withLocale() {
        Charset charset = charset();
        if (charset.equals(StandardCharsets.UTF_8)) {
            return this;
        }
        return new ProcessEnvironment(
                in,
                terminalOut ? LocaleStream.of(out, charset) : out,
                terminalErr ? LocaleStream.of(err, charset) : err,
                environment,
                directory,
                terminalIn,
                terminalOut,
                terminalErr);
    }

    /** Returns the variable, or an empty text. */
    String variable(String name) {
        String value = environment.get(name);
        return value == null ? "" : value;
    }

    /** Returns whether a user is there: with a terminal to type at, and one to look at. */
    boolean isForPrompt() {
        return terminalIn && (terminalOut || terminalErr);
    }

    /** Returns whether the terminal can do no more than print. */
    boolean isDumb() {
        return variable("TERM").isEmpty() || variable("TERM").equals("dumb");
    }

    /** Returns the charset of the locale; without one, what terminals have today. */
    Charset charset() {
        String locale = variable("LC_ALL");
        locale = locale.isEmpty() ? variable("LC_CTYPE") : locale;
        locale = locale.isEmpty() ? variable("LANG") : locale;
        if (locale.equals("C") || locale.equals("POSIX")) {
            return StandardCharsets.US_ASCII;
        }
        int dot = locale.indexOf('.');
        int modifier = locale.indexOf('@', dot);
        String name = dot < 0 ? "" : locale.substring(dot + 1, modifier < 0 ? locale.length() : modifier);
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Returns the command that shows long texts: the user's, else less where there is one; none for {@code cat}. */
    @Nullable
    String pager() {
        String value = environment.get("PAGER");
        if (value != null) {
            return value.isBlank() || value.strip().equals("cat") ? null : value;
        }
        for (String folder : variable("PATH").split(":", -1)) {
            if (folder.startsWith("/") && Files.isExecutable(Path.of(folder, "less"))) {
                return "less";
            }
        }
        return null;
    }

    /** Returns what the prompt has to know. */
    PromptSettings promptSettings(String version, boolean colored, Screen streams) {
        return new PromptSettings(
                version,
                history(),
                inputrc(),
                directory,
                isDumb(),
                colored,
                charset(),
                pager(),
                streams,
                terminalOut,
                terminalErr);
    }

    /** The history file, where the XDG specification wants state; none without a home. */
    @Nullable
    Path history() {
        return folder("XDG_STATE_HOME", ".local/state", "hubsh", "history");
    }

    /** The cache folder; none without a home. */
    @Nullable
    Path cache() {
        return folder("XDG_CACHE_HOME", ".cache", "hubsh", "");
    }

    /**
     * Returns a path below one of the XDG specification's folders, or {@code null} without a home.
     *
     * @param usual the folder below the home that is used where {@code variable} does not name another
     */
    @Nullable
    Path folder(String variable, String usual, String first, String second) {
        String value = variable(variable);
        if (value.startsWith("/")) {
            return Path.of(value, first, second);
        }
        String home = variable("HOME");
        return home.isEmpty() ? null : Path.of(home, usual, first, second);
    }

    /** Returns the nearest project's file from the working directory upwards, or {@code null}. */
    @Nullable
    Path projectFile() {
        Path folder = directory.toAbsolutePath();
        while (folder != null) {
            Path file = folder.resolve(".hubsh.toml");
            if (Files.isRegularFile(file)) {
                return file;
            }
            folder = folder.getParent();
        }
        return null;
    }

    /** Returns a file of the user's configuration; {@code null} without a home. */
    @Nullable
    Path configFile(String name) {
        return folder("XDG_CONFIG_HOME", ".config", "hubsh", name);
    }

    /** Returns whether there is a file or variable of settings; {@code HUBSH_HUB} alone needs no configuration. */
    boolean isConfigured() {
        Path own = configFile("config.toml");
        Path saved = configFile("saved.json");
        if (projectFile() != null || (own != null && Files.exists(own)) || (saved != null && Files.exists(saved))) {
            return true;
        }
        for (Setting setting : Setting.values()) {
            if (setting != Setting.HUB && !variable(setting.variable()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Path inputrc() {
        String value = variable("INPUTRC");
        if (!value.isEmpty()) {
            return Path.of(value);
        }
        String home = variable("HOME");
        return home.isEmpty() ? null : Path.of(home, ".inputrc");
    }

    /** Returns the terminal's width in columns, as the environment has it. */
    int width() {
        String columns = variable("COLUMNS");
        int width = 0;
        for (int i = 0; i < columns.length() && i < 5; i++) {
            width = width * 10 + Math.max(0, Character.digit(columns.charAt(i), 10));
        }
        return width < TerminalSize.MIN_COLUMNS ? DEFAULT_WIDTH : width;
    }
}
