package io.github.hubsh.core.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks for programs on this machine, each once. */
final class Tools {
    private static final Map<List<String>, Boolean> TRIED = new ConcurrentHashMap<>();

    private Tools() {}

    /** The first interpreter that has pyzmq; the distribution's own is asked first, as version managers hide it. */
    static Optional<String> python() {
        return Stream.of("/usr/bin/python3", "python3", "python")
                .filter(name -> runs(name, "-c", "import sys, zmq; assert sys.version_info >= (3, 9)"))
                .findFirst();
    }

    /** Returns the folder of an npm package, which is installed once for all tests of this module. */
    static synchronized Path npm(String name, String version) {
        Path prefix = Path.of("target", "npm", name + "-" + version).toAbsolutePath();
        Path installed = prefix.resolve("node_modules").resolve(name);
        boolean there = Files.isRegularFile(installed.resolve("package.json"))
                || succeeds(
                        List.of(
                                "npm",
                                "install",
                                "--no-save",
                                "--no-audit",
                                "--no-fund",
                                "--prefix",
                                prefix.toString(),
                                name + "@" + version),
                        120);
        if (!there) {
            throw new AssertionError("npm cannot install " + name + "@" + version + "; is the network there?");
        }
        return installed;
    }

    /** The interpreter of {@link #python()}, if it has numpy and pandas too. */
    static Optional<String> pandas() {
        return python().filter(name -> runs(name, "-c", "import numpy, pandas"));
    }

    static boolean runs(String... command) {
        return TRIED.computeIfAbsent(List.of(command), Tools::succeeds);
    }

    /** Sends a signal to a process, by its name without SIG. */
    static void signal(Process process, String name) {
        if (!succeeds(List.of("kill", "-" + name, String.valueOf(process.pid())))) {
            throw new AssertionError("a process takes no SIG" + name);
        }
    }

    private static boolean succeeds(List<String> command) {
        return succeeds(command, 60);
    }

    private static boolean succeeds(List<String> command, int seconds) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
