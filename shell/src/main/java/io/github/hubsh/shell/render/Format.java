package io.github.hubsh.shell.render;

import io.github.hubsh.shell.command.Arguments;
import io.github.hubsh.shell.command.Workspace;

/** How results are written. */
public enum Format {
    /** For people at a terminal, for programs in a pipe. */
    AUTO,
    JSON,
    RAW,
    TABLE;

    /** Returns the format that options ask for, or {@code otherwise}. */
    public static Format of(Arguments options, Format otherwise) {
        if (options.has("--json") || options.has("--jsonl")) {
            return JSON;
        }
        if (options.has("--raw")) {
            return RAW;
        }
        return options.has("--table") ? TABLE : otherwise;
    }

    /** Returns the format that the session was set to, or {@code otherwise}. */
    public static Format of(Workspace workspace, Format otherwise) {
        if (workspace.isOn("json")) {
            return JSON;
        }
        if (workspace.isOn("raw")) {
            return RAW;
        }
        return workspace.isOn("table") ? TABLE : otherwise;
    }
}
