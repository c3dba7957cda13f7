package io.github.hubsh.shell.app;

import io.github.hubsh.shell.config.ConfigSources;
import io.github.hubsh.shell.config.LiveConfiguration;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where this machine keeps the program's settings. */
final class ConfigurationFiles {
    private static final long MAX_SIZE = 256 << 10;

    private ConfigurationFiles() {}

    static Configuration open(
            ProcessEnvironment process, Arguments options, String usualName, Consumer<String> warnings) {
        ConfigSources sources = new ConfigSources(
                options,
                process.environment(),
                process.projectFile(),
                process.configFile("config.toml"),
                process.configFile("saved.json"),
                usualName,
                warnings);
        LocalFiles files = new LocalFiles(process.directory(), process.in());
        return LiveConfiguration.open(sources, path -> text(path, files));
    }

    private static String text(Path path, LocalFiles files) {
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > MAX_SIZE) {
                throw new ShellException(
                        Problem.BAD_FILE, path + " is not a file of at most " + (MAX_SIZE >> 10) + " KB");
            }
        } catch (IOException failed) {
            throw new ShellException(Problem.BAD_FILE, "cannot read " + path + ": " + failed.getMessage(), failed);
        }
        return files.text(path.toString());
    }
}
