package io.github.hubsh.shell.session;

import org.jspecify.annotations.Nullable;

/** The program around a session: what it offers to verbs, its hubs, and the language of its prompt. Thread-safe. */
public final class ProgramAccess {
    private final EmbeddedHubs hubs;

    // Mutable state
    private volatile @Nullable ProgramServices services;
    private volatile @Nullable PromptLanguage promptLanguage;
    private volatile boolean endsWithLanguage;

    public ProgramAccess(EmbeddedHubs hubs) {
        this.hubs = hubs;
    }

    /** Returns the hubs that run inside this process. */
    public EmbeddedHubs hubs() {
        return hubs;
    }

    /** Returns what the program that the session runs in offers. */
    public ProgramServices services() {
        ProgramServices program = services;
        if (program == null) {
            throw new IllegalStateException("the session runs in no program");
        }
        return program;
    }

    public void setServices(ProgramServices program) {
        services = program;
    }

    /** Returns the language that lines are typed in, or {@code null} for the shell's own. */
    public @Nullable PromptLanguage promptLanguage() {
        return promptLanguage;
    }

    /** Returns whether the program was started for its language: a user that leaves the language leaves the program. */
    public boolean endsWithLanguage() {
        return endsWithLanguage;
    }

    public void endWithLanguage() {
        endsWithLanguage = true;
    }

    public void setPromptLanguage(@Nullable PromptLanguage other) {
        promptLanguage = other;
    }
}
