package io.github.hubsh.shell.script.sandbox;

import io.github.hubsh.shell.session.ConfigValue;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.Contexts;
import io.github.hubsh.shell.session.SavedConfiguration;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.SessionSetup;
import io.github.hubsh.shell.syntax.Setting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of the program, which a script can look at. */
record SandboxConfiguration(Configuration configuration) implements Configuration {
    @Override
    public List<ConfigValue> values(SessionMemory session) {
        return configuration.values(session);
    }

    @Override
    public @Nullable String text(Setting setting) {
        return configuration.text(setting);
    }

    @Override
    public Map<String, String> aliases() {
        return configuration.aliases();
    }

    @Override
    public Contexts contexts() {
        return new SandboxContexts(configuration.contexts());
    }

    @Override
    public SavedConfiguration saved() {
        return new SandboxSaved(configuration.saved());
    }

    @Override
    public SessionSetup setup() {
        return configuration.setup();
    }
}
