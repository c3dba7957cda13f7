package io.github.hubsh.shell.app;

import io.github.hubsh.shell.interpreter.Prompt;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.terminal.PromptSettings;

/** What the program is put together from; a test puts it together from fakes. */
interface Wiring {
    /** Opens a session; it joins its hub on first use only. */
    Session session(SessionSettings settings, FileAccess files, Display display);

    /** Returns our plugin name, used where no other is set. */
    default String usualName() {
        return "hubsh-<user>-<host>";
    }

    /** Returns whether the shell of the terminal has put this process into the background, where it may not read. */
    default boolean inBackground() {
        return false;
    }

    Prompt prompt(PromptSettings settings);
}
