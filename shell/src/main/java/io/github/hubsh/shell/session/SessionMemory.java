package io.github.hubsh.shell.session;

import io.github.hubsh.shell.session.memory.ActiveRecordings;
import io.github.hubsh.shell.session.memory.Aliases;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.memory.JobControl;
import io.github.hubsh.shell.session.memory.LineHistory;
import io.github.hubsh.shell.session.memory.Variables;
import org.jspecify.annotations.Nullable;

/** What a session remembers: of the network, of what was typed, and of what was chosen. May be used from any thread. */
public final class SessionMemory {
    private final Catalog catalog;
    private final ContextInUse context;
    private final LineHistory history;
    private final Variables variables;
    private final Aliases aliases;
    private final Preferences preferences;

    // Mutable state
    private volatile @Nullable JobControl jobs;
    private @Nullable Journal journal; // guarded by this; one-shots need none
    private @Nullable ActiveRecordings recordings; // guarded by this

    public SessionMemory(Catalog catalog, ContextInUse context, LineHistory history) {
        this.catalog = catalog;
        this.context = context;
        this.history = history;
        this.variables = new Variables();
        this.aliases = new Aliases();
        this.preferences = new Preferences();
    }

    private SessionMemory(SessionMemory other, Aliases aliases) {
        this.catalog = other.catalog;
        this.context = other.context;
        this.history = other.history;
        this.variables = other.variables;
        this.aliases = aliases;
        this.preferences = other.preferences;
        this.recordings = other.recordings();
        this.jobs = other.jobs;
        this.journal = other.journal;
    }

    /** Returns this memory with other aliases. */
    public SessionMemory withAliases(Aliases other) {
        return new SessionMemory(this, other);
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

    /** Returns what was sent, as far as someone keeps it. */
    public synchronized Journal journal() {
        Journal kept = journal;
        if (kept == null) {
            kept = new Journal();
            journal = kept;
        }
        return kept;
    }

    /** Returns what is recorded; made on first use, which most one-shots do not have. */
    public synchronized ActiveRecordings recordings() {
        ActiveRecordings made = recordings;
        if (made == null) {
            made = new ActiveRecordings();
            recordings = made;
        }
        return made;
    }

    /** Whether one runs. */
    public synchronized boolean isRecording() {
        return recordings != null && !recordings.areNone();
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
