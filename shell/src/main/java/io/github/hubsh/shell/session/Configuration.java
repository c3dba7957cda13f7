package io.github.hubsh.shell.session;

import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the program was told by options, variables and files, and what it keeps of that for later runs. May be used from any
 * thread. Whatever reads or writes throws BAD_FILE.
 */
public interface Configuration {
    /** Returns every setting with its origin; those that the session has changed since included. */
    List<ConfigValue> values(SessionMemory session);

    /** Returns the files that are looked at, in the order in which they count, and whether they are there. */
    Map<Path, Boolean> files();

    /** Returns a setting's value, as a text; {@code null} if it is not configured. */
    @Nullable
    String text(Setting setting);

    /** Returns the aliases that hold now: of files, and of the context. */
    Map<String, String> aliases();

    /** Returns the settings of a session, of which hub, name and timeout are what is configured. */
    SessionSettings applyTo(SessionSettings otherwise);

    /** Sets in a session's memory what is configured. */
    void applyTo(SessionMemory session);

    /**
     * Refuses to go on where a context was named that there is not.
     *
     * @throws ShellException USAGE
     */
    void requireContext();

    /** Returns the contexts by their names, in the order made. */
    Map<String, HubContext> contexts();

    /** Returns the name of the context that this session uses, or {@code null}. */
    @Nullable
    String current();

    /** Returns the context that was current before, {@link HubContext#NONE} if none was; or {@code null}. */
    @Nullable
    String previous();

    /** Keeps a context, instead of one of the same name. */
    void put(HubContext context);

    /** Forgets a context. */
    void remove(String name);

    /**
     * Makes a context, or {@link HubContext#NONE}, the current one of later runs.
     *
     * @return who will lead those to another hub all the same, or {@code null}
     */
    @Nullable
    String keepCurrent(String name);

    /**
     * Lets this session use a context from now on.
     *
     * @param context {@code null} for none
     * @param uri the hub to go on with; {@code null} for the one that is configured
     */
    void enter(@Nullable HubContext context, @Nullable String uri, Session session);

    /** Keeps an alias for later runs; an empty line forgets it. */
    void saveAlias(String name, String line);

    /** Keeps a setting for later runs; {@code null} forgets it. */
    void saveSetting(Setting setting, @Nullable Object value);
}
