package io.github.hubsh.shell.live;

import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.session.KeyMaker;
import io.github.hubsh.shell.session.ServedCluster;
import java.util.List;

/** The files of keys on this machine. */
final class LocalKeyMaker implements KeyMaker {
    @Override
    public String generate(String name) {
        return KeyFiles.generate(name).z85();
    }

    @Override
    public List<HealthCheck> check(HubKeys keys) {
        return KeyChecks.of(keys);
    }

    @Override
    public HealthCheck check(ServedCluster cluster) {
        return HubCluster.check(cluster);
    }
}
