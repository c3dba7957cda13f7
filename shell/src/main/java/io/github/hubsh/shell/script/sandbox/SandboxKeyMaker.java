package io.github.hubsh.shell.script.sandbox;

import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.session.KeyMaker;
import io.github.hubsh.shell.session.ServedCluster;
import java.util.List;

/** The files of keys, of which a script makes none. */
record SandboxKeyMaker(KeyMaker keys) implements KeyMaker {
    @Override
    public String generate(String name) {
        throw Permissions.refused("make keys");
    }

    @Override
    public List<HealthCheck> check(HubKeys hubKeys) {
        return keys.check(hubKeys);
    }

    @Override
    public HealthCheck check(ServedCluster cluster) {
        return keys.check(cluster);
    }
}
