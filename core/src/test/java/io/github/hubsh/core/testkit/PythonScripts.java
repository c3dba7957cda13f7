package io.github.hubsh.core.testkit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The peers' sources as files: other modules have them in a jar, where Python cannot read them. */
final class PythonScripts {
    private static final List<String> NAMES = List.of(
            "peer_schema.py",
            "peer_link.py",
            "flood_hub.py",
            "ipc_echo.py",
            "dealer.py",
            "equality.py",
            "peer_hub.py",
            "peer_plugin.py",
            "peer_hostile.py",
            "peer_hostile_hub.py",
            "peer_client.py",
            "peer_curve.py",
            "peer_tables.py",
            "peer_reset.py",
            "peer_values.py",
            "peer_network.py",
            "table_mirror.py",
            "pickle_bench.py",
            "tables.py");
    private static final Path FOLDER = extract();

    private PythonScripts() {}

    static Path folder() {
        return FOLDER;
    }

    private static Path extract() {
        try {
            Path folder = Files.createTempDirectory("hubsh-python");
            // Deleted in reverse order: the files go before their folder.
            folder.toFile().deleteOnExit();
            for (String name : NAMES) {
                File file = folder.resolve(name).toFile();
                file.deleteOnExit();
                try (InputStream source = PythonScripts.class.getResourceAsStream("/python/" + name)) {
                    Files.copy(Objects.requireNonNull(source, name), file.toPath());
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
