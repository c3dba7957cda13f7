package io.github.hubsh.shell.session;

import org.jspecify.annotations.Nullable;

/** What a session remembers: of the network, of what was typed, and of what was chosen. May be used from any thread. */
public final class SessionMemory {
    private final Catalog catalog;
    private final ContextInUse context;
    private final LineHistory history;
    private final Variables variables = new Variables();
    private final Aliases aliases = new Aliases();
    private final Preferences preferences = new Preferences();

    // Mutable state
    private volatile @Nullable JobControl jobs;

    public SessionMemory(Catalog catalog, ContextInUse context, LineHistory history) {
        this.catalog = catalog;
        this.context = context;
        this.history = history;
    }

    /** Returns what is known of plugins and commands; never asks the network. */
    public Catalog catalog() {
        return catalog;
    }

    public ContextInUse context() {
        return context;
    }

    public LineHistory history() {
        return history;
    }

    public Variables variables() {
        return variables;
    }

    public Aliases aliases() {
        return aliases;
    }

    public Preferences preferences() {
        return preferences;
    }

    /** Returns what runs in the background. */
    public JobControl jobs() {
        JobControl control = jobs;
        return control == null ? JobControl.NONE : control;
    }

    /** Sets what runs statements in the background. */
    public void setJobs(JobControl control) {
        jobs = control;
    }
}
