package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.config.ConfigSources;
import io.github.hubsh.shell.config.LiveConfiguration;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real configuration, of a user whose files are in one folder. */
public final class FolderConfiguration {
    private FolderConfiguration() {}

    /** Reads {@code own.toml}, which may be missing, and keeps {@code saved.json}. */
    public static Configuration open(Path folder, Map<String, String> environment) {
        ConfigSources sources = new ConfigSources(
                new Arguments(List.of(), List.of(), Map.of()),
                environment,
                null,
                folder.resolve("own.toml"),
                folder.resolve("saved.json"),
                "hubsh-ann-bench",
                warning -> {
                    throw new IllegalStateException(warning);
                });
        return LiveConfiguration.open(sources, FolderConfiguration::text);
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
