package io.github.hubsh.shell.session;

import io.github.hubsh.shell.session.result.Outcome;
import java.util.List;

/** Another language that lines are typed in for a while: that of the {@code js>} prompt. */
public interface PromptLanguage {
    /**
     * Something that can be typed.
     *
     * @param value in full, from {@link Suggestions#from}
     */
    record Suggestion(String value, String description, String group) {}

    /**
     * What can stand at the cursor.
     *
     * @param from where the text begins that a suggestion replaces
     */
    record Suggestions(int from, List<Suggestion> all) {}

    /** Returns the prompt, without what stands behind it: {@code js}. */
    String name();

    /** Returns whether Enter should run what was typed. */
    boolean isComplete(String text);

    /** Completes from memory, and at once. */
    Suggestions complete(String text, int cursor, Session session);

    Outcome run(String text, Session session);
}
