package io.github.hubsh.core.testkit;

import java.io.IOException;
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

    /** The interpreter of {@link #python()}, if it has numpy and pandas too. */
    static Optional<String> pandas() {
        return python().filter(name -> runs(name, "-c", "import numpy, pandas"));
    }

    static boolean runs(String... command) {
        return TRIED.computeIfAbsent(List.of(command), Tools::succeeds);
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(20, TimeUnit.SECONDS);
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
