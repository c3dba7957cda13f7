package io.github.hubsh.shell.session.network;

import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plugins at a hub, and the hub itself. Throws what {@link Network} throws. */
public interface Peers {
    /** Asks the hub who is registered; in registration order, ourselves included. */
    List<String> plugins();

    /** Returns what the hub tells about its plugins and about itself, or {@code null}: not every hub does. */
    @Nullable
    HubReport report();

    /**
     * Returns the name of the peer that a person means: {@code hub} means the hub, under any name of its own, unless a
     * plugin is called {@code hub}.
     */
    String addressee(String target);

    /**
     * Lets a plugin describe itself, so that the memory knows it better: one silent request, at most once for a plugin
     * that cannot answer it. If anything fails, nothing more is known afterwards.
     */
    void inquire(String target);

    /**
     * Adds one more plugin to this hub, until closed.
     *
     * @throws ShellException CANNOT_CONNECT if the name is taken
     */
    ServedPlugin serve(String name, List<ServedCommand> commands);

    /**
     * Adds a plugin that stands for another one to this hub, until closed.
     *
     * @throws ShellException CANNOT_CONNECT if the name is taken
     */
    ServedPlugin serve(FakePlugin fake);
}
