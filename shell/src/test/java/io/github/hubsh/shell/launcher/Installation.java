package io.github.hubsh.shell.launcher;

import io.github.hubsh.shell.terminal.PseudoTerminal;
import io.github.hubsh.shell.testkit.ProcessRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A copy of {@code bin/hubsh} and its parts in a folder with an unusual name, with the files that a test puts beside
 * it.
 */
final class Installation {
    private static final Path BIN = Path.of("..", "bin").toAbsolutePath().normalize();
    private static final String PROGRAM = """
            package io.github.hubsh.shell.app;

            public final class Main {
                public static void main(String[] arguments) {
                    System.out.println("program " + java.util.List.of(arguments));
                    System.exit(arguments.length > 0 && arguments[0].equals("fail") ? 5 : 0);
                }
            }

            final class ArchiveTraining {
                public static void main(String[] arguments) throws Exception {
                    var command = java.util.List.of(arguments).subList(2, arguments.length);
                    System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
                }
            }
            """;

    final Path home;
    final Path root;
    final Path cache;
    final Path jar;

    Installation(Path home) {
        this(home, "it's an \"install\"");
    }

    Installation(Path home, String name) {
        this.home = home;
        this.root = home.resolve(name);
        this.cache = home.resolve("a cache");
        this.jar = root.resolve("shell/target/hubsh.jar");
        for (Path script : scripts()) {
            write(root.resolve("bin").resolve(BIN.relativize(script)), read(script));
        }
        root.resolve("bin/hubsh").toFile().setExecutable(true);
        write(root.resolve("pom.xml"), "<project/>");
    }

    /** The launcher and its parts. */
    private static List<Path> scripts() {
        try (Stream<Path> parts = Files.list(BIN.resolve("launcher"))) {
            return Stream.concat(Stream.of(BIN.resolve("hubsh")), parts).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a program in place that prints its arguments, and ends with 5 if the first is {@code fail}. */
    Installation withProgram() {
        pack(jar, Compiled.CLASSES);
        Map<String, byte[]> source = Map.of("Main.java", PROGRAM.getBytes(StandardCharsets.UTF_8));
        pack(root.resolve("shell/target/lib/hubsh-core-1.jar"), source);
        pack(root.resolve("shell/target/lib/zulu.jar"), source);
        return this;
    }

    /** The classes of the program by their names in a jar, compiled once for all tests. */
    private static final class Compiled {
        static final Map<String, byte[]> CLASSES = compile();

        private Compiled() {}

        private static Map<String, byte[]> compile() {
            try {
                Path folder = Files.createTempDirectory("hubsh-program");
                Path source = write(folder.resolve("Main.java"), PROGRAM);
                int status = ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "--release", "17", "-d", folder.toString(), source.toString());
                if (status != 0) {
                    throw new AssertionError("javac failed");
                }
                Map<String, byte[]> classes = new TreeMap<>();
                List<Path> written;
                try (Stream<Path> files = Files.walk(folder)) {
                    written = files.sorted(Comparator.reverseOrder()).toList();
                }
                for (Path each : written) {
                    if (each.toString().endsWith(".class")) {
                        classes.put(folder.relativize(each).toString(), Files.readAllBytes(each));
                    }
                    Files.delete(each);
                }
                return classes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Puts files in place that only look like a build, for a Java that only looks like one. */
    Installation withEmptyJars() {
        write(jar, "");
        write(root.resolve("shell/target/lib/hubsh-core-1.jar"), "");
        return this;
    }

    /** A Java of that version whose program prints the options it was started with. */
    Path fakeJava(String name, String version) {
        Path java = home.resolve(name);
        write(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        String script = "#!/bin/sh\necho java " + name
                + "\nfor a; do case $a in @*) cat \"${a#@}\";; *) echo \"$a\";; esac; done\n";
        write(java.resolve("bin/java"), script).toFile().setExecutable(true);
        write(java.resolve("bin/javac"), "#!/bin/sh\n").toFile().setExecutable(true);
        return java;
    }

    Path tool(String name, String script) {
        Path tool = write(home.resolve("tools").resolve(name), "#!/bin/sh\n" + script);
        tool.toFile().setExecutable(true);
        return tool;
    }

    ProcessRun run(Map<String, String> environment, String... arguments) {
        return run(root.resolve("bin/hubsh"), home, environment, arguments);
    }

    ProcessRun run(Path script, Path directory, Map<String, String> environment, String... arguments) {
        return ProcessRun.of(builder(script, directory, environment, arguments), home);
    }

    /** Runs it with a terminal for stdin, and keeps what it prints. */
    ProcessRun runAtTerminal(Map<String, String> environment, String... arguments) {
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            ProcessBuilder builder = builder(root.resolve("bin/hubsh"), home, environment, arguments);
            return ProcessRun.of(builder, home, terminal.device());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessBuilder builder(Path script, Path directory, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HUBSH_") || name.endsWith("JAVA_OPTIONS"));
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    /** Every file below the cache folder. */
    List<Path> cached() {
        if (!Files.exists(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException e) {
            // A temporary file went while we looked.
            return List.of(cache.resolve("pending"));
        }
    }

    /** Whether nothing is left to do in the background. */
    boolean isAtRest() {
        return cached().stream()
                .noneMatch(file -> file.endsWith("pending") || file.toString().contains("/training/"));
    }

    /** The archives of classes; none while one is being made. */
    List<Path> archives() {
        return isAtRest()
                ? cached().stream()
                        .filter(file -> file.toString().matches(".*\\.(aot|jsa)"))
                        .toList()
                : List.of();
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(Path jar, Map<String, byte[]> entries) {
        write(jar, "");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/"));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
            out.putNextEntry(new JarEntry("META-INF/note"));
            out.write("x".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
