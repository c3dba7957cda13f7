package io.github.hubsh.core.pickle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubsh.core.testkit.PythonRun;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.table.DataFrame;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What it costs to read a DataFrame of 1,000,000 × 4 floats, as a ratio to CPython's own {@code pickle.loads} in the
 * same run. No test that runs with the others, but a figure to be looked at.
 *
 * <p>The method: pandas writes one random frame (seed 6) at a protocol. Both sides read the same bytes from memory 15
 * times, after as many rounds of warming up here; the least time of each counts, as what disturbs a measurement only
 * adds to it. "Read" is until the frame is there. "And sum" adds up all its values, since ours makes them when they are
 * looked at. Memory is, here, what one reading allocates on its thread; there, by how much a fresh process' peak grows.
 *
 * <p>Run {@code mvn -q test -pl core -Dtest=PickleBench -Dtest.options=} on a quiet machine.
 */
final class PickleBench {
    private static final int ROWS = 1_000_000;
    private static final int COLUMNS = 4;
    private static final int ROUNDS = 15;
    private static final double MEGA = 1 << 20;

    private interface Action {
        void run() throws Exception;
    }

    @Test
    void figure() throws Exception {
        Requires.pandas();
        PrintStream out = System.out;
        out.printf("DataFrame %,d × %d float64; milliseconds, MiB; ours / CPython%n", ROWS, COLUMNS);
        out.printf("%-9s %28s %28s %28s%n", "protocol", "read", "read and sum", "memory");
        for (int protocol : List.of(2, 4, 5)) {
            out.println(measured(protocol));
        }
    }

    private static String measured(int protocol) throws Exception {
        Path file = Files.createTempFile("hubsh-bench", ".pickle");
        try {
            JsonNode theirs = python(protocol, file);
            byte[] pickle = Files.readAllBytes(file);
            double sum = sum(pickle);
            if (Math.abs(sum - theirs.get("sum").doubleValue()) > 1e-3) {
                throw new IllegalStateException("another sum: " + sum + ", theirs " + theirs.get("sum"));
            }
            return String.format("%-9d", protocol)
                    + compared(
                            least(() -> PickleReader.read(pickle)),
                            theirs.get("loads").doubleValue())
                    + compared(
                            least(() -> sum(pickle)),
                            theirs.get("loads_and_sum").doubleValue())
                    + compared(allocated(pickle) / MEGA, theirs.get("grown").doubleValue() / MEGA);
        } finally {
            Files.delete(file);
        }
    }

    private static JsonNode python(int protocol, Path file) throws IOException, InterruptedException {
        List<String> lines = PythonRun.of(
                "pickle_bench.py",
                List.of(),
                String.valueOf(ROWS),
                String.valueOf(COLUMNS),
                String.valueOf(protocol),
                String.valueOf(ROUNDS),
                file.toString());
        return new ObjectMapper().readTree(lines.get(0));
    }

    private static String compared(double ours, double theirs) {
        return String.format(Locale.ROOT, " %10.1f / %7.1f = %5.2f", ours, theirs, ours / theirs);
    }

    private static double least(Action action) throws Exception {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 2 * ROUNDS; i++) {
            System.gc();
            long start = System.nanoTime();
            action.run();
            double time = (System.nanoTime() - start) / 1e6;
            least = i < ROUNDS ? least : Math.min(least, time);
        }
        return least;
    }

    private static double allocated(byte[] pickle) throws Exception {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        PickleReader.read(pickle);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static double sum(byte[] pickle) throws Exception {
        if (!(PickleReader.read(pickle) instanceof DataFrame frame)) {
            throw new IllegalStateException("no DataFrame");
        }
        double sum = 0;
        for (Column column : frame.data()) {
            for (Object value : column) {
                sum += value instanceof Double number ? number : 0;
            }
        }
        return sum;
    }
}
