package io.github.hubsh.shell.session;

import io.github.hubsh.shell.syntax.Setting;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the configuration, and what later runs find in them. Throws what {@link Configuration} throws. */
public interface SavedConfiguration {
    /** Returns the files that are looked at, in the order in which they count, and whether they are there. */
    Map<Path, Boolean> files();

    /** Keeps an alias for later runs; an empty line forgets it. */
    void saveAlias(String name, String line);

    /** Keeps a setting for later runs; {@code null} forgets it. */
    void saveSetting(Setting setting, @Nullable Object value);
}
