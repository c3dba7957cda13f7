package io.github.hubsh.shell.syntax;

/** What verbs belong together in the help, in its order. */
public enum Group {
    NETWORK("Network"),
    REQUEST("Request"),
    OBSERVE("Observe"),
    SCRIPT("Script"),
    SHELL("Shell"),
    HELP("Help"),
    HUBS("Hubs");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
