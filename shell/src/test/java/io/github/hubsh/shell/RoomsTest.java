package io.github.hubsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.Rooms;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room of the shell may use which, and which room may use which library. */
final class RoomsTest {
    private static final String COMMAND = "shell.command";
    private static final String LINE = "shell.line";
    private static final String SESSION = "shell.session";
    private static final String KNOWLEDGE = "shell.knowledge";
    private static final String STORE = "shell.store";
    private static final String CONFIG = "shell.config";
    private static final String SCRIPT = "shell.script";
    private static final String DEMO = "shell.demo";
    private static final String FILTER = "shell.filter";
    private static final String INTERPRETER = "shell.interpreter";
    private static final String RENDER = "shell.render";
    private static final String TERMINAL = "shell.terminal";
    private static final String APP = "shell.app";
    private static final String MESSAGE = "core.message";
    private static final String CONTENT = "core.content";
    private static final String JSON = "core.json";
    private static final String VALUE = "core.value";

    /** {@code script} and {@code terminal} never meet except in {@code app}; nor does anything but it see all rooms. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry(COMMAND, Set.of(MESSAGE, CONTENT, JSON, VALUE)),
            Map.entry(LINE, Set.of(COMMAND, CONTENT, JSON, VALUE)),
            Map.entry(DEMO, Set.of("core")),
            Map.entry(SESSION, Set.of(COMMAND, DEMO, KNOWLEDGE, "core")),
            Map.entry(KNOWLEDGE, Set.of(COMMAND, STORE, MESSAGE, CONTENT, JSON, VALUE)),
            Map.entry(STORE, Set.of()),
            Map.entry(CONFIG, Set.of(COMMAND, LINE, STORE, CONTENT, JSON, VALUE)),
            Map.entry(SCRIPT, Set.of(COMMAND, MESSAGE, CONTENT, JSON, VALUE)),
            Map.entry(RENDER, Set.of(COMMAND, MESSAGE, CONTENT, JSON, VALUE)),
            Map.entry(FILTER, Set.of(COMMAND, LINE, CONTENT, JSON, VALUE)),
            Map.entry(INTERPRETER, Set.of(COMMAND, LINE, FILTER, RENDER, CONTENT, JSON, VALUE)),
            Map.entry(TERMINAL, Set.of(COMMAND, LINE, RENDER, INTERPRETER)),
            Map.entry(APP, Set.of("core", "shell")));

    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "com.fasterxml.jackson.core", Set.of(FILTER),
            "com.fasterxml.jackson.databind", Set.of(FILTER),
            "net.thisptr.jackson.jq", Set.of(FILTER),
            "org.HdrHistogram", Set.of(COMMAND),
            "com.oracle.truffle", Set.of(SCRIPT),
            "org.graalvm.polyglot", Set.of(SCRIPT),
            "org.jline", Set.of(TERMINAL),
            "org.slf4j", Set.of(APP, KNOWLEDGE),
            "org.tomlj", Set.of(CONFIG),
            "picocli", Set.of(APP));

    private static final Rooms ROOMS = new Rooms("shell", MAY_USE, LIBRARIES);

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyWhatTheTableGivesIt(String room) {
        ROOMS.check(room);
    }

    @Test
    void theRoomsFoundAreTheRoomsListed() {
        assertThat(ROOMS.found()).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
    }

    @Test
    void noTwoRoomsUseEachOther() {
        ROOMS.checkCycles();
    }

    @Test
    void everyPackageSaysWhatIsNull() {
        ROOMS.checkNullMarked();
    }

    @Test
    void onlyTheAppTouchesTheProcess() {
        ROOMS.checkProcessIsOnlyUsedBy(APP);
    }

    @Test
    void theAppDoesTouchTheProcessAndWouldBeFound() {
        assertThatThrownBy(ROOMS::checkProcessIsOnlyUsedBy)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("java.lang.System");
    }

    static Stream<String> rooms() {
        return ROOMS.found().stream();
    }
}
