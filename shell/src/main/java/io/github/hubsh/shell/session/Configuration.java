package io.github.hubsh.shell.session;

import io.github.hubsh.shell.syntax.Setting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the program from options, variables and files, and what it keeps of them for later runs. May be used
 * from any thread. Every method that reads or writes throws BAD_FILE.
 */
public interface Configuration {
    /** Returns every setting with its origin; those that the session has changed since included. */
    List<ConfigValue> values(SessionMemory session);

    /** Returns a setting's value, as a text; {@code null} where none is given. */
    @Nullable
    String text(Setting setting);

    /** Returns the aliases that hold now: of files, and of the context. */
    Map<String, String> aliases();

    /** Returns the contexts that are known. */
    Contexts contexts();

    /** Returns the files, and what can be kept in them. */
    SavedConfiguration saved();

    /** Returns what brings the configuration into a session. */
    SessionSetup setup();
}
