package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.testkit.SharedArchives;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The place of a test at the real program: a home of its own, which no other test reads or writes. */
final class Seat {
    static final Duration SOON = Duration.ofSeconds(60);
    static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();

    private final Map<String, String> environment = new HashMap<>();

    Seat(Path home) {
        for (String each : List.of("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")) {
            environment.put(each, home.toString());
        }
        environment.put("INPUTRC", "/dev/null");
        environment.put("XDG_CACHE_HOME", SharedArchives.in(home));
        environment.put("PAGER", "cat");
        environment.put("HOSTNAME", "bench");
    }

    Seat with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    TmuxScreen start(int columns, int rows, String... arguments) {
        List<String> command = new ArrayList<>(List.of(HUBSH));
        command.addAll(List.of(arguments));
        return TmuxScreen.start(columns, rows, environment, command.toArray(new String[0]));
    }

    /** Starts another program there. */
    TmuxScreen run(int columns, int rows, String... command) {
        return TmuxScreen.start(columns, rows, environment, command);
    }
}
