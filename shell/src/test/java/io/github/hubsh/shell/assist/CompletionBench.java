package io.github.hubsh.shell.assist;

import io.github.hubsh.shell.fake.FakeCatalog;
import io.github.hubsh.shell.session.SessionMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a key costs beside JLine's own drawing, where 500 plugins of 50 commands each are known and 2,000 lines are
 * remembered: colours, hint and suggestion at every key, candidates at a Tab. Run it by its name; it prints
 * microseconds, as median and worst of many.
 */
final class CompletionBench {
    private static final int PLUGINS = 500;
    private static final int COMMANDS = 50;
    private static final int ROUNDS = 2_000;

    private final SessionMemory memory =
            new FakeCatalog(numbered("lab.plugin_", PLUGINS), numbered("command_", COMMANDS)).memory();
    private final List<String> history = Collections.nCopies(2_000, "execute other do_thing x=1");

    @Test
    void a_key_and_a_tab() {
        for (String line :
                List.of("execute ", "execute lab.plug", "execute lab.plugin_7 ", "x lab.plugin_7 dispense mode=")) {
            measure("key '" + line + "'", () -> {
                LineHighlights.of(line, memory);
                Brackets.at(line, line.length());
                Hints.at(line, line.length(), memory);
                LineSuggestion.of(line, history, memory);
            });
            measure("tab '" + line + "'", () -> Completer.complete(line, line.length(), memory));
        }
    }

    private static void measure(String what, Runnable work) {
        long[] nanos = new long[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            nanos[Math.max(0, round)] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf("%-40s %6d %6d%n", what, nanos[ROUNDS / 2] / 1_000, nanos[ROUNDS - 1] / 1_000);
    }

    private static List<String> numbered(String name, int count) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(name + i);
        }
        return all;
    }
}
