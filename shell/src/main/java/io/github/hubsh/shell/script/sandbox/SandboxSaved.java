package io.github.hubsh.shell.script.sandbox;

import io.github.hubsh.shell.session.SavedConfiguration;
import io.github.hubsh.shell.syntax.Setting;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the configuration, in which a script keeps nothing. */
record SandboxSaved(SavedConfiguration saved) implements SavedConfiguration {
    @Override
    public Map<Path, Boolean> files() {
        return saved.files();
    }

    @Override
    public void saveAlias(String name, String line) {
        throw Permissions.refused("keep aliases for later runs");
    }

    @Override
    public void saveSetting(Setting setting, @Nullable Object value) {
        throw Permissions.refused("keep settings for later runs");
    }
}
