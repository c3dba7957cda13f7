package io.github.hubsh.shell.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.hubsh.core.testkit.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every documented example with {@code -c}, in a file, as a subcommand and at the prompt: the same everywhere. Several are
 * tried at a time; those that stand beside each other are tried in that order and share a home, as they may build on each
 * other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConformanceIT {
    private static final int LANES = 3;

    private final List<Example> examples = Examples.all();
    private final List<Future<?>> tried = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final List<ExecutorService> threads = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Requires.tmux();
        for (int i = 0; i < LANES; i++) {
            Lane lane = new Lane(Files.createDirectory(folder.resolve("lane" + i)));
            ExecutorService thread = Executors.newSingleThreadExecutor();
            lanes.add(lane);
            threads.add(thread);
            for (Example example : examples.subList(first(i), first(i + 1))) {
                tried.add(thread.submit(() -> {
                    lane.check(example);
                    return null;
                }));
            }
        }
    }

    @AfterAll
    void stop() {
        threads.forEach(ExecutorService::shutdownNow);
        lanes.forEach(Lane::close);
    }

    @TestFactory
    Stream<DynamicTest> an_example_gives_the_same_every_way() {
        return IntStream.range(0, examples.size())
                .mapToObj(i -> dynamicTest(examples.get(i).line(), () -> await(tried.get(i))));
    }

    private int first(int lane) {
        return examples.size() * lane / LANES;
    }

    private static void await(Future<?> tried) throws Throwable {
        try {
            tried.get();
        } catch (ExecutionException failed) {
            throw failed.getCause();
        }
    }
}
