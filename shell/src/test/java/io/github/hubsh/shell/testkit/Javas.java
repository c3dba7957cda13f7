package io.github.hubsh.shell.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Javas of this machine that hubsh can run on. */
public final class Javas {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    private Javas() {}

    /** The Java that runs this test, and one of each further version that is installed. */
    public static Stream<String> all() {
        return byVersion().values().stream();
    }

    /** Returns what makes hubsh run on a Java: nothing where it chooses that one by itself. */
    public static Map<String, String> environment(String java) {
        String home = System.getenv("JAVA_HOME");
        String chosen = home == null ? byVersion().lastEntry().getValue() : home;
        return chosen.equals(java) ? Map.of() : Map.of("HUBSH_JAVA_HOME", java);
    }

    private static NavigableMap<Integer, String> byVersion() {
        NavigableMap<Integer, String> byVersion = new TreeMap<>();
        byVersion.put(Runtime.version().feature(), System.getProperty("java.home"));
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> all = Files.list(INSTALLED)) {
                for (Path java : all.sorted().toList()) {
                    version(java).ifPresent(version -> byVersion.putIfAbsent(version, java.toString()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return byVersion;
    }

    private static Optional<Integer> version(Path java) throws IOException {
        Path release = java.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(java.resolve("bin/java"))) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION=\""))
                    .map(line -> line.replaceAll("[^0-9]*([0-9]+).*", "$1"))
                    .map(Integer::valueOf)
                    .filter(version -> version >= 17)
                    .findFirst();
        }
    }
}
