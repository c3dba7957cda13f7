package io.github.hubsh.shell.session;

import io.github.hubsh.shell.word.ShellException;
import java.util.List;

/** Makes and checks the files of keys. */
public interface KeyMaker {
    /**
     * Makes a pair of keys, in the files {@code NAME.key}, which only the user can read, and {@code NAME.pub}.
     *
     * @return the public key
     * @throws ShellException BAD_FILE if one of them is there already, or cannot be written
     */
    String generate(String name);

    /** Looks at the files of keys, as they would be used. */
    List<HealthCheck> check(HubKeys keys);

    /** Looks at how a hub would join a cluster: the servers' addresses, its files. */
    HealthCheck check(ServedCluster cluster);
}
