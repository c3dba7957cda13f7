package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.ConfigValue;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.Contexts;
import io.github.hubsh.shell.session.SavedConfiguration;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.SessionSetup;
import io.github.hubsh.shell.syntax.Setting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A configuration of a few settings, and nothing else. */
public final class FakeConfiguration implements Configuration {
    public final Map<Setting, String> settings = new EnumMap<>(Setting.class);

    @Override
    public List<ConfigValue> values(SessionMemory session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable String text(Setting setting) {
        return settings.get(setting);
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of();
    }

    @Override
    public Contexts contexts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SavedConfiguration saved() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SessionSetup setup() {
        throw new UnsupportedOperationException();
    }
}
