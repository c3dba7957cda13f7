package io.github.hubsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.Rooms;
import io.github.hubsh.core.testkit.SimpleNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room of the shell may use which, and which room may use which library. */
final class RoomsTest {
    private static final String WORD = "shell.word";
    private static final String SYNTAX = "shell.syntax";
    private static final String SESSION = "shell.session";
    private static final String ARGUMENT = "shell.argument";
    private static final String VERB = "shell.verb";
    private static final String LINE = "shell.line";
    private static final String ASSIST = "shell.assist";
    private static final String FILTER = "shell.filter";
    private static final String RECORDING = "shell.recording";
    private static final String REPORT = "shell.report";
    private static final String INTERPRETER = "shell.interpreter";
    private static final String LIVE = "shell.live";
    private static final String KNOWLEDGE = "shell.knowledge";
    private static final String CONFIG = "shell.config";
    private static final String STORE = "shell.store";
    private static final String DEMO = "shell.demo";
    private static final String SCRIPT = "shell.script";
    private static final String RENDER = "shell.render";
    private static final String CONSOLE = "shell.console";
    private static final String TERMINAL = "shell.terminal";
    private static final String APP = "shell.app";
    private static final String MESSAGE = "core.message";
    private static final String VALUE = "core.value";
    private static final String ACCESS = "core.access";
    private static final String JSON = "core.json";
    private static final String KEY = "core.key";
    private static final String CLUSTER = "core.cluster";
    private static final String CONTENT = "core.content";
    private static final String THREAD = "core.thread";
    private static final String WIRE = "core.wire";
    private static final String TRANSPORT = "core.transport";
    private static final String HANDLER = "core.handler";
    private static final String HUB = "core.hub";
    private static final String PLUGIN = "core.plugin";
    private static final String WEB = "core.web";

    /** {@code script} and {@code terminal} meet only in {@code app}, which alone sees all rooms. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry(WORD, Set.of(JSON, VALUE)),
            Map.entry(SYNTAX, Set.of(WORD)),
            Map.entry(SESSION, Set.of(WORD, SYNTAX, JSON, MESSAGE, VALUE)),
            Map.entry(ARGUMENT, Set.of(WORD, SYNTAX, SESSION, CONTENT, JSON, VALUE)),
            Map.entry(
                    VERB,
                    Set.of(WORD, SYNTAX, SESSION, ARGUMENT, RECORDING, REPORT, CONTENT, JSON, MESSAGE, VALUE, THREAD)),
            Map.entry(LINE, Set.of(WORD, SYNTAX, SESSION, ARGUMENT, VERB)),
            Map.entry(ASSIST, Set.of(WORD, SYNTAX, SESSION, ARGUMENT, VERB, LINE)),
            Map.entry(FILTER, Set.of(WORD, SESSION, LINE, JSON, VALUE, THREAD)),
            Map.entry(RECORDING, Set.of(WORD, SYNTAX, SESSION, CONTENT, JSON, MESSAGE, VALUE, WIRE, ARGUMENT)),
            Map.entry(REPORT, Set.of(JSON)),
            Map.entry(INTERPRETER, Set.of(WORD, SYNTAX, SESSION, LINE, FILTER, RENDER, JSON, VALUE, THREAD)),
            Map.entry(
                    LIVE,
                    Set.of(
                            WORD, SESSION, ARGUMENT, KNOWLEDGE, DEMO, STORE, CLUSTER, CONTENT, JSON, MESSAGE, VALUE,
                            WIRE, TRANSPORT, HANDLER, HUB, PLUGIN, THREAD, WEB, ACCESS, KEY)),
            Map.entry(KNOWLEDGE, Set.of(WORD, SESSION, ARGUMENT, STORE, CONTENT, JSON, MESSAGE, VALUE)),
            Map.entry(CONFIG, Set.of(WORD, SYNTAX, SESSION, ARGUMENT, LINE, STORE, JSON, VALUE)),
            Map.entry(STORE, Set.of()),
            Map.entry(DEMO, Set.of(HANDLER, HUB, MESSAGE, PLUGIN)),
            Map.entry(
                    SCRIPT,
                    Set.of(WORD, SYNTAX, SESSION, ARGUMENT, RECORDING, REPORT, CONTENT, JSON, MESSAGE, VALUE, THREAD)),
            Map.entry(RENDER, Set.of(WORD, SESSION, CONTENT, JSON, MESSAGE, VALUE)),
            Map.entry(CONSOLE, Set.of(WORD, SESSION, RENDER, THREAD)),
            Map.entry(
                    TERMINAL, Set.of(WORD, SYNTAX, SESSION, VERB, LINE, ASSIST, INTERPRETER, RENDER, CONSOLE, THREAD)),
            Map.entry(
                    APP,
                    Set.of(
                            WORD,
                            SYNTAX,
                            SESSION,
                            VERB,
                            LINE,
                            INTERPRETER,
                            LIVE,
                            KNOWLEDGE,
                            CONFIG,
                            DEMO,
                            SCRIPT,
                            RENDER,
                            CONSOLE,
                            TERMINAL,
                            THREAD)));

    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "com.fasterxml.jackson.core", Set.of(FILTER, RECORDING),
            "com.fasterxml.jackson.databind", Set.of(FILTER),
            "net.thisptr.jackson.jq", Set.of(FILTER),
            "org.HdrHistogram", Set.of(VERB),
            "com.oracle.truffle", Set.of(SCRIPT),
            "org.graalvm.polyglot", Set.of(SCRIPT),
            "org.jline", Set.of(TERMINAL),
            "org.slf4j", Set.of(KNOWLEDGE),
            "org.tomlj", Set.of(CONFIG));

    private static final Rooms ROOMS = new Rooms("shell", MAY_USE, LIBRARIES);

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_uses_only_what_the_table_gives_it(String room) {
        ROOMS.check(room);
    }

    @Test
    void the_rooms_found_are_the_rooms_listed() {
        assertThat(ROOMS.found()).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
    }

    @Test
    void every_right_in_the_table_is_used() {
        ROOMS.checkRightsAreUsed();
    }

    @Test
    void the_architecture_page_has_this_table() throws IOException {
        ROOMS.checkDocumented(Files.readString(Path.of("../ARCHITECTURE.md")));
    }

    @Test
    void no_two_classes_of_core_and_shell_share_a_name() {
        SimpleNames.ofProject().checkUnique();
    }

    @Test
    void no_class_has_the_name_of_a_jdk_class_in_daily_use() {
        SimpleNames.ofProject().checkNotOfJdk();
    }

    @Test
    void no_two_rooms_use_each_other() {
        ROOMS.checkCycles();
    }

    @Test
    void every_package_says_what_is_null() {
        ROOMS.checkNullMarked();
    }

    @Test
    void only_the_app_touches_the_process() {
        ROOMS.checkProcessIsOnlyUsedBy(APP);
    }

    @Test
    void the_app_does_touch_the_process_and_would_be_found() {
        assertThatThrownBy(ROOMS::checkProcessIsOnlyUsedBy)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("java.lang.System");
    }

    /** A shutdown hook is a thread that Java starts itself. */
    @Test
    void threads_are_made_in_one_place_except_shutdown_hooks() {
        ROOMS.checkThreadsAreOnlyMadeBy("SignalHook", "CleanUpHook", "TerminalScreen");
    }

    @Test
    void a_thread_that_is_made_by_hand_would_be_found() {
        assertThatThrownBy(ROOMS::checkThreadsAreOnlyMadeBy)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("SignalHook")
                .hasMessageContaining("CleanUpHook")
                .hasMessageContaining("TerminalScreen");
    }

    static Stream<String> rooms() {
        return ROOMS.found().stream();
    }
}
