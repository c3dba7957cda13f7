package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.line.SecretItems;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, of this session and those before. A line is not kept if it is blank, starts with a space, says the
 * same as the one before it, or gives a secret away. The user gets one message about a file that cannot be read or
 * written, and the history continues without it. For the thread that reads lines.
 */
final class PromptHistory extends DefaultHistory {
    private final @Nullable HistoryFile file;
    private final Consumer<String> onKept;
    private final Consumer<String> onTrouble;

    // Mutable state
    private boolean broken;

    /**
     * Starts empty; {@link #attach} reads the file.
     *
     * @param onKept gets every line of this session that is kept
     * @param onTrouble gets what is wrong with the file
     */
    PromptHistory(@Nullable HistoryFile file, Consumer<String> onKept, Consumer<String> onTrouble) {
        this.file = file;
        this.onKept = onKept;
        this.onTrouble = onTrouble;
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
            }
        } catch (IOException unreadable) {
            trouble("cannot be read", unreadable);
        }
    }

    @Override
    public void add(Instant time, String line) {
        String typed = line.stripTrailing();
        boolean again = !isEmpty() && get(last()).equals(typed);
        if (typed.isEmpty() || typed.charAt(0) == ' ' || again || SecretItems.in(typed)) {
            return;
        }
        super.add(time, typed);
        onKept.accept(typed);
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

    private void trouble(String what, Exception why) {
        broken = true;
        onTrouble.accept("the history " + what + ": " + why.getMessage());
    }
}
