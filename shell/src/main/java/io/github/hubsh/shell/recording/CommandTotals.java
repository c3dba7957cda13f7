package io.github.hubsh.shell.recording;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often one command of one plugin was asked for in a recording, and what came of it. For one thread. */
final class CommandTotals {
    private final String plugin;
    private final String command;

    // Mutable state
    private long requests;
    private long replies;
    private long errors;

    CommandTotals(String plugin, String command) {
        this.plugin = plugin;
        this.command = command;
    }

    void asked() {
        requests++;
    }

    /** Takes the reply to a request that was counted. */
    void answered(boolean failed) {
        replies++;
        errors += failed ? 1 : 0;
    }

    /** Takes an error whose request is not in the recording. */
    void failed() {
        errors++;
    }

    /** Returns the row of a table. */
    Map<String, @Nullable Object> row() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("plugin", plugin);
        row.put("command", command);
        row.put("requests", requests);
        row.put("replies", replies);
        row.put("errors", errors);
        return row;
    }
}
