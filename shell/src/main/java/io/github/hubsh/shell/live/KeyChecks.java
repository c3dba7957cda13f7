package io.github.hubsh.shell.live;

import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@code doctor} says of the files of keys. */
final class KeyChecks {
    private KeyChecks() {}

    static List<HealthCheck> of(HubKeys keys) {
        List<HealthCheck> checks = new ArrayList<>();
        if (keys.areGiven()) {
            checks.add(check("server key", keys.serverKey(), "--server-key", KeyFiles::publicKey));
            checks.add(check(
                    "key",
                    keys.ownKey(),
                    "--key",
                    file -> KeyFiles.ownKeys(file).publicKey()));
        }
        return checks;
    }

    private static HealthCheck check(
            String name, @Nullable String file, String option, Function<String, Object> publicKey) {
        if (file == null) {
            return new HealthCheck(name, "none", HealthCheck.State.BROKEN, option + " FILE: each needs the other");
        }
        try {
            return HealthCheck.ok(name, file + ": " + publicKey.apply(file));
        } catch (ShellException wrong) {
            String remedy = wrong.hint();
            return new HealthCheck(name, wrong.text(), HealthCheck.State.BROKEN, remedy == null ? "" : remedy);
        }
    }
}
