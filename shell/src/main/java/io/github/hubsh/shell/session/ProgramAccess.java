package io.github.hubsh.shell.session;

import org.jspecify.annotations.Nullable;

/** The program around a session: what it offers to verbs, and the language of its prompt. Thread-safe. */
public final class ProgramAccess {
    // Mutable state
    private volatile @Nullable ProgramServices services;
    private volatile @Nullable PromptLanguage promptLanguage;

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

    public void setPromptLanguage(@Nullable PromptLanguage other) {
        promptLanguage = other;
    }
}
