package io.github.hubsh.shell.recording.save;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a session or a recording becomes. */
public enum SavedKind {
    /** Lines of the shell. */
    HUBSH,
    /** A script in JavaScript. */
    JS,
    /** A test in JavaScript, with what it expects. */
    TEST;

    /** Returns the kind of that name, or {@code null}. */
    public static @Nullable SavedKind named(String name) {
        for (SavedKind each : values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                return each;
            }
        }
        return null;
    }

    /** Returns the kind that a file's name says, or {@code null}. */
    public static @Nullable SavedKind ofFile(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".test.js") || name.endsWith(".test.mjs")) {
            return TEST;
        } else if (name.endsWith(".js") || name.endsWith(".mjs")) {
            return JS;
        }
        return name.endsWith(".hubsh") ? HUBSH : null;
    }
}
