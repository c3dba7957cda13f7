package io.github.hubsh.shell.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Javas of this machine that hubsh can run on. */
public final class Javas {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    private Javas() {}

    /** The Java that runs this test, and one of each further version that is installed. */
    public static Stream<String> all() {
        Map<String, String> byVersion = new LinkedHashMap<>();
        byVersion.put(String.valueOf(Runtime.version().feature()), System.getProperty("java.home"));
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> all = Files.list(INSTALLED)) {
                for (Path java : all.sorted().toList()) {
                    version(java).ifPresent(version -> byVersion.putIfAbsent(version, java.toString()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return byVersion.values().stream();
    }

    private static Optional<String> version(Path java) throws IOException {
        Path release = java.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(java.resolve("bin/java"))) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION=\""))
                    .map(line -> line.replaceAll("[^0-9]*([0-9]+).*", "$1"))
                    .filter(version -> Integer.parseInt(version) >= 17)
                    .findFirst();
        }
    }
}
