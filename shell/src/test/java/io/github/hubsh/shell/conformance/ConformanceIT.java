package io.github.hubsh.shell.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.hubsh.core.testkit.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every documented example with {@code -c}, in a file, as a subcommand and at the prompt: the same everywhere. Several
 * are tried at a time; those that stand beside each other are tried in that order and share a home, as they may build
 * on each other.
 *
 * <p>The first example of each verb is given with {@code -c} to a process of its own. All else runs in two processes of
 * each lane, one without a terminal and one at a terminal, which run the program again and again. So each verb is held
 * against a process that ran nothing before, and what a run leaves behind in a process would show as a difference. How
 * processes start and end, what signals and closed pipes do and which exit code the launcher hands on is what the tests
 * of the launcher, OneShotIT, ClosedPipeIT and the tests at prompts look at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConformanceIT {
    private static final int LANES = 3;

    private final List<Example> examples = Examples.all();
    private final Map<Example, Future<?>> tried = new HashMap<>();
    private final Map<Example, Future<?>> typed = new HashMap<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final List<ExecutorService> threads = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Requires.tmux();
        for (int i = 0; i < LANES; i++) {
            Lane lane = new Lane(Files.createDirectory(folder.resolve("lane" + i)), inProcesses());
            ExecutorService thread = Executors.newSingleThreadExecutor();
            lanes.add(lane);
            threads.add(thread);
            groups(examples.subList(first(i), first(i + 1))).forEach(group -> submit(group, lane, thread));
        }
    }

    @AfterAll
    void stop() {
        threads.forEach(ExecutorService::shutdownNow);
        lanes.forEach(Lane::close);
    }

    @TestFactory
    Stream<DynamicTest> an_example_gives_the_same_in_every_process() {
        return examples.stream().map(each -> dynamicTest(each.line(), () -> await(tried.get(each))));
    }

    @TestFactory
    Stream<DynamicTest> an_example_gives_the_same_at_the_prompt() {
        return examples.stream()
                .filter(typed::containsKey)
                .map(each -> dynamicTest(each.line(), () -> await(typed.get(each))));
    }

    /** First all processes, then one prompt: while it runs, it is one more plugin on the network. */
    private void submit(List<Example> group, Lane lane, ExecutorService thread) {
        for (Example each : group) {
            tried.put(each, thread.submit(() -> {
                lane.check(each);
                return null;
            }));
        }
        for (Example each : group) {
            if (!each.isAboutTheWay()) {
                boolean last = each.equals(group.get(group.size() - 1));
                typed.put(each, thread.submit(() -> {
                    lane.checkAtPrompt(each, last);
                    return null;
                }));
            }
        }
    }

    /** Puts examples that stand beside each other together, if they may share a prompt. */
    private static List<List<Example>> groups(List<Example> examples) {
        List<List<Example>> groups = new ArrayList<>();
        boolean open = false;
        for (Example each : examples) {
            if (!open || !each.isByItself()) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(each);
            open = each.isByItself();
        }
        return groups;
    }

    private Set<Example> inProcesses() {
        Map<String, Example> firsts = new HashMap<>();
        examples.forEach(each -> firsts.putIfAbsent(each.verb(), each));
        return Set.copyOf(firsts.values());
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
