package io.github.hubsh.shell.script;

import org.jspecify.annotations.Nullable;

/** Hears what a script sends and what comes back. May be called from any thread. */
public interface MessageJournal {
    MessageJournal NONE = new MessageJournal() {
        @Override
        public void sent(String target, String command, @Nullable Object arguments) {}

        @Override
        public void came(String target, String command, @Nullable Object value, double millis) {}

        @Override
        public void failed(String target, String command, String message) {}
    };

    void sent(String target, String command, @Nullable Object arguments);

    void came(String target, String command, @Nullable Object value, double millis);

    void failed(String target, String command, String message);
}
