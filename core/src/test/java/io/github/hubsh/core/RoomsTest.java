package io.github.hubsh.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.Rooms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room of the library may use which, and which room may use which library. */
final class RoomsTest {
    private static final String MESSAGE = "core.message";
    private static final String SCHEMA = "core.schema";
    private static final String VALUE = "core.value";
    private static final String JSON = "core.json";
    private static final String PICKLE = "core.pickle";
    private static final String CONTENT = "core.content";
    private static final String WIRE = "core.wire";
    private static final String PROTOCOL = "core.protocol";
    private static final String KEY = "core.key";
    private static final String ACCESS = "core.access";
    private static final String ZMTP = "core.zmtp";
    private static final String TRANSPORT = "core.transport";
    private static final String SERVER = "core.server";
    private static final String HANDLER = "core.handler";
    private static final String DRIVER = "core.driver";
    private static final String CLUSTER = "core.cluster";
    private static final String HUB = "core.hub";
    private static final String PLUGIN = "core.plugin";
    private static final String THREAD = "core.thread";
    private static final String WEB = "core.web";

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry(MESSAGE, Set.of()),
            Map.entry(VALUE, Set.of()),
            Map.entry(JSON, Set.of(VALUE)),
            Map.entry(PICKLE, Set.of(VALUE, JSON)),
            Map.entry(CONTENT, Set.of(VALUE, JSON, PICKLE, MESSAGE)),
            Map.entry(SCHEMA, Set.of(MESSAGE)),
            Map.entry(WIRE, Set.of(MESSAGE, VALUE, JSON)),
            Map.entry(PROTOCOL, Set.of(MESSAGE, ACCESS)),
            Map.entry(THREAD, Set.of()),
            Map.entry(KEY, Set.of()),
            Map.entry(ACCESS, Set.of(KEY, THREAD)),
            Map.entry(ZMTP, Set.of(KEY)),
            Map.entry(TRANSPORT, Set.of(KEY, THREAD, ZMTP)),
            Map.entry(SERVER, Set.of(KEY, THREAD, TRANSPORT, ZMTP)),
            Map.entry(HANDLER, Set.of(MESSAGE, VALUE, CONTENT, THREAD)),
            Map.entry(DRIVER, Set.of(MESSAGE, HANDLER)),
            Map.entry(
                    HUB,
                    Set.of(MESSAGE, WIRE, PROTOCOL, TRANSPORT, SERVER, ZMTP, HANDLER, DRIVER, ACCESS, KEY, CLUSTER)),
            Map.entry(PLUGIN, Set.of(MESSAGE, VALUE, CONTENT, WIRE, PROTOCOL, TRANSPORT, HANDLER, DRIVER, THREAD)),
            Map.entry(CLUSTER, Set.of(DRIVER, PROTOCOL, THREAD)),
            Map.entry(WEB, Set.of(MESSAGE, JSON, CONTENT, WIRE, PROTOCOL, TRANSPORT, HUB, THREAD)));

    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "com.fasterxml.jackson.core", Set.of(SCHEMA, JSON, WIRE),
            "com.fasterxml.jackson.databind", Set.of(SCHEMA),
            "com.networknt", Set.of(SCHEMA),
            "io.netty", Set.of(SERVER, WEB),
            "org.bouncycastle", Set.of(KEY),
            "org.slf4j", Set.of(ACCESS, DRIVER, HUB, PLUGIN, SERVER, TRANSPORT, WEB, CLUSTER),
            "io.nats", Set.of(CLUSTER),
            "org.yaml.snakeyaml", Set.of(CONTENT),
            "org.zeromq", Set.of(TRANSPORT),
            "zmq", Set.of(TRANSPORT));

    private static final Rooms ROOMS = new Rooms("core", MAY_USE, LIBRARIES);

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_uses_only_what_the_table_gives_it(String room) {
        ROOMS.check(room);
    }

    @Test
    void the_rooms_found_are_the_rooms_listed() {
        assertThat(ROOMS.found()).isEqualTo(MAY_USE.keySet());
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
    void no_two_rooms_use_each_other() {
        ROOMS.checkCycles();
    }

    @Test
    void every_package_says_what_is_null() {
        ROOMS.checkNullMarked();
    }

    @Test
    void the_library_leaves_the_process_to_its_caller() {
        ROOMS.checkProcessIsOnlyUsedBy();
    }

    @Test
    void threads_are_made_in_one_place() {
        ROOMS.checkThreadsAreOnlyMadeBy();
    }

    @Test
    void a_table_that_forbids_what_is_there_fails() {
        Rooms strict = new Rooms("core", Map.of(), Map.of());
        assertThatThrownBy(() -> strict.check(CONTENT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("io.github.hubsh.core.message");
    }

    static Stream<String> rooms() {
        return ROOMS.found().stream();
    }
}
