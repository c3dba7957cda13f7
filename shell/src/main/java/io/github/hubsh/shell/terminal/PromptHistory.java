package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.line.SecretItems;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import java.io.IOException;
import java.time.Instant;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, of this session and those before. A line is not kept if it is blank, starts with a space, says the
 * same as the one before it, names another one, or gives a secret away. The user gets one message about a file that
 * cannot be read or written, and the history continues without it. For the thread that reads lines.
 */
final class PromptHistory extends DefaultHistory {
    private final @Nullable HistoryFile file;
    private final Session session;

    // Mutable state
    private boolean broken;

    /**
     * Starts empty; {@link #attach} reads the file.
     *
     * @param session remembers the lines too, and says what is wrong with the file
     */
    PromptHistory(@Nullable HistoryFile file, Session session) {
        this.file = file;
        this.session = session;
    }

    /** Reads the file, once attached to a reader, which JLine's history needs for its size. */
    void open(LineReader reader) {
        attach(reader);
        if (file == null) {
            return;
        }
        try {
            for (String line : file.load()) {
                super.add(Instant.EPOCH, line);
                session.memory().history().addEarlier(line);
            }
        } catch (IOException unreadable) {
            trouble("cannot be read", unreadable);
        }
    }

    @Override
    public void add(Instant time, String line) {
        String typed = line.stripTrailing();
        boolean again = !isEmpty() && get(last()).equals(typed);
        if (typed.isEmpty() || typed.charAt(0) == ' ' || again || isRecall(typed) || SecretItems.in(typed)) {
            return;
        }
        super.add(time, typed);
        session.memory().history().add(typed);
        if (file != null && !broken) {
            try {
                file.append(typed);
            } catch (IOException | UnsupportedOperationException unwritable) {
                trouble("cannot be written", unwritable);
            }
        }
    }

    /** Takes what other shells have added to the file meanwhile. */
    void catchUp() {
        if (file == null || broken) {
            return;
        }
        try {
            for (String line : file.news()) {
                super.add(Instant.now(), line);
            }
        } catch (IOException unreadable) {
            trouble("cannot be read", unreadable);
        }
    }

    /** Returns whether a line names another line, which is kept in its place. JavaScript may begin like one. */
    boolean isRecall(String line) {
        return session.program().promptLanguage() == null && HistoryRecall.isMeant(line);
    }

    private void trouble(String what, Exception why) {
        broken = true;
        session.io().display().say(MessageLevel.WARNING, "the history " + what + ": " + why.getMessage());
    }
}
