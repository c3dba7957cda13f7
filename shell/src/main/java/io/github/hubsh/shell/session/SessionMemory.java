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

    /** The memory that this one was made of, or this: it alone has the mutable state. */
    private final SessionMemory origin;

    // Mutable state of the origin, guarded by it
    private @Nullable JobControl jobs;
    private @Nullable Journal journal; // one-shots need none
    private @Nullable ActiveRecordings recordings;

    public SessionMemory(Catalog catalog, ContextInUse context, LineHistory history) {
        this.catalog = catalog;
        this.context = context;
        this.history = history;
        this.variables = new Variables();
        this.aliases = new Aliases();
        this.preferences = new Preferences();
        this.origin = this;
    }

    private SessionMemory(SessionMemory other, Aliases aliases) {
        this.catalog = other.catalog;
        this.context = other.context;
        this.history = other.history;
        this.variables = other.variables;
        this.aliases = aliases;
        this.preferences = other.preferences;
        this.origin = other.origin;
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
    public Journal journal() {
        synchronized (origin) {
            Journal kept = origin.journal;
            if (kept == null) {
                kept = new Journal();
                origin.journal = kept;
            }
            return kept;
        }
    }

    /** Returns what is recorded; made on first use, which most one-shots do not have. */
    public ActiveRecordings recordings() {
        synchronized (origin) {
            ActiveRecordings made = origin.recordings;
            if (made == null) {
                made = new ActiveRecordings();
                origin.recordings = made;
            }
            return made;
        }
    }

    /** Whether one runs. */
    public boolean isRecording() {
        synchronized (origin) {
            ActiveRecordings made = origin.recordings;
            return made != null && !made.areNone();
        }
    }

    /** Returns what runs in the background. */
    public JobControl jobs() {
        synchronized (origin) {
            JobControl control = origin.jobs;
            return control == null ? JobControl.NONE : control;
        }
    }

    /** Sets what runs statements in the background. */
    public void setJobs(JobControl control) {
        synchronized (origin) {
            origin.jobs = control;
        }
    }
}
