package io.github.hubsh.shell.word;

/**
 * Every kind of error that a person meets: its name for programs, its exit code, and what to do. {@code help errors}
 * shows this table.
 */
public enum Problem {
    REMOTE_ERROR("remote_error", 1, "the plugin failed; --debug shows its traceback"),
    SCRIPT_FAILED("script_failed", 1, "the place and the lines above say where"),
    COMMAND_FAILED("command_failed", 1, "the command behind '!' failed; its own messages say why"),
    UNHEALTHY("unhealthy", 1, "follow the remedies in the rows"),
    INTERNAL("internal", 1, "a defect of hubsh; --debug shows where to look"),
    USAGE("usage", 2, "see help VERB"),
    BAD_FILE("bad_file", 2, "check the file's path and content"),
    BAD_DATA("bad_data", 2, "choose another --mime, or look at it with --raw"),
    CANNOT_CONNECT("cannot_connect", 3, "start one with hubsh hub, or name another with --hub URI"),
    HUB_LOST("hub_lost", 3, "start the hub again, and repeat the line"),
    ASSERTION_FAILED("assertion_failed", 4, "compare what was expected with what came"),
    TIMEOUT("timeout", 5, "wait longer with --timeout 30s, or ping the plugin"),
    NO_SUCH_PLUGIN("no_such_plugin", 6, "see the registered ones with plugins"),
    NO_SUCH_COMMAND("no_such_command", 6, "see what is known with commands TARGET"),
    INTERRUPTED("interrupted", 130, "plugins keep working on what was sent");

    private final String kind;
    private final int exitCode;
    private final String remedy;

    Problem(String kind, int exitCode, String remedy) {
        this.kind = kind;
        this.exitCode = exitCode;
        this.remedy = remedy;
    }

    /** Returns the name that programs read: {@code no_such_plugin}. */
    public String kind() {
        return kind;
    }

    public int exitCode() {
        return exitCode;
    }

    /** Returns what the user can do, in one short sentence. */
    public String remedy() {
        return remedy;
    }
}
