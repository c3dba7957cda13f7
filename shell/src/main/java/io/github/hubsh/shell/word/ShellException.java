package io.github.hubsh.shell.word;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error that a person meets: what was wrong, where, and through its {@link Problem} what to do and the exit code.
 */
public final class ShellException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String text;
    private transient @Nullable Place place;
    private @Nullable String plugin;
    private @Nullable String command;
    private @Nullable String remoteTraceback;
    private @Nullable String unreadReply;
    private @Nullable String errorReply;
    private @Nullable String hint;
    private transient @Nullable SourceLine source;
    private transient List<String> calls = List.of();
    private int exitCode = -1;

    public ShellException(Problem problem, String message) {
        super(message);
        this.problem = problem;
        this.text = message;
    }

    public ShellException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.text = message;
    }

    /** A mistake in what was typed. */
    public static ShellException at(Place place, String message) {
        ShellException wrong = new ShellException(Problem.USAGE, message);
        wrong.place = place;
        return wrong;
    }

    /** Throws {@link Problem#INTERRUPTED} if this thread is to stop what it does. */
    public static void throwIfInterrupted() {
        if (Thread.interrupted()) {
            throw interrupted("stopped");
        }
    }

    public static ShellException interrupted(String message) {
        return new ShellException(Problem.INTERRUPTED, message);
    }

    /** Adds the plugin and the command that the request was for. */
    public ShellException during(String plugin, String command) {
        this.plugin = plugin;
        this.command = command;
        return this;
    }

    /** Adds the text of the other side's traceback, which only {@code --debug} shows. */
    public ShellException remoteTraceback(String traceback) {
        remoteTraceback = traceback;
        return this;
    }

    /** Adds the text of a reply that came and could not be decoded. */
    public ShellException unreadReply(String json) {
        unreadReply = json;
        return this;
    }

    /** Adds the text of the reply that says so. */
    public ShellException errorReply(String json) {
        errorReply = json;
        return this;
    }

    /** The end that a script has asked for, with the exit code that it gave. */
    public static ShellException exit(int code) {
        ShellException end = new ShellException(Problem.SCRIPT_FAILED, "the script called exit(" + code + ")");
        end.exitCode = code;
        return end;
    }

    /** Adds the calls of a script that led to it, the innermost first: {@code read (a.js:3:5)}. */
    public ShellException calls(List<String> frames) {
        calls = List.copyOf(frames);
        return this;
    }

    /** Adds where the statement stands, unless an inner file is known already. */
    public ShellException in(SourceLine line) {
        source = source == null ? line : source;
        return this;
    }

    /** Adds where in the line it was. */
    public ShellException pointing(Place at) {
        place = at;
        return this;
    }

    /** Replaces the problem's remedy by a better one: {@code did you mean 'execute'?}; by none if it is empty. */
    public ShellException hint(String better) {
        hint = better;
        return this;
    }

    public Problem problem() {
        return problem;
    }

    /** Returns whether the statement was stopped, by Ctrl-C for example: then nothing has failed. */
    public boolean isInterruption() {
        return problem == Problem.INTERRUPTED;
    }

    /** Returns whether a script asked for this end: then nothing has failed, and there is nothing to say. */
    public boolean isExit() {
        return exitCode >= 0;
    }

    public int exitCode() {
        return isExit() ? exitCode : problem.exitCode();
    }

    /** Returns what was wrong, in one sentence. */
    public String text() {
        return text;
    }

    public @Nullable Place place() {
        return place;
    }

    /** Returns where the statement stands, or {@code null} where it comes from no file. */
    public @Nullable SourceLine source() {
        return source;
    }

    public @Nullable String plugin() {
        return plugin;
    }

    public @Nullable String command() {
        return command;
    }

    public @Nullable String remoteTraceback() {
        return remoteTraceback;
    }

    public List<String> calls() {
        return calls;
    }

    public @Nullable String unreadReply() {
        return unreadReply;
    }

    /** Returns the text of the reply that is this error, or {@code null} where no reply came. */
    public @Nullable String errorReply() {
        return errorReply;
    }

    /** Returns what to do: the hint where there is one, else the problem's remedy, for the plugin at hand. */
    public String remedy() {
        if (hint != null) {
            return hint;
        }
        return plugin == null ? problem.remedy() : problem.remedy().replace("TARGET", ItemText.quote(plugin));
    }

    /** Returns the hint, or {@code null} where there is only the problem's remedy. */
    public @Nullable String hint() {
        return hint;
    }
}
