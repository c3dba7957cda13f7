package io.github.hubsh.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.Rooms;
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
    private static final String CONTENT = "core.content";
    private static final String WIRE = "core.wire";
    private static final String PROTOCOL = "core.protocol";
    private static final String TRANSPORT = "core.transport";
    private static final String HANDLER = "core.handler";
    private static final String HUB = "core.hub";
    private static final String PLUGIN = "core.plugin";

    private static final Map<String, Set<String>> MAY_USE = Map.of(
            MESSAGE, Set.of(),
            SCHEMA, Set.of(MESSAGE),
            CONTENT, Set.of(MESSAGE),
            WIRE, Set.of(MESSAGE, SCHEMA, CONTENT),
            PROTOCOL, Set.of(MESSAGE),
            TRANSPORT, Set.of(),
            HANDLER, Set.of(MESSAGE, CONTENT),
            HUB, Set.of(MESSAGE, SCHEMA, CONTENT, WIRE, PROTOCOL, TRANSPORT, HANDLER),
            PLUGIN, Set.of(MESSAGE, SCHEMA, CONTENT, WIRE, PROTOCOL, TRANSPORT, HANDLER));

    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "com.fasterxml.jackson.core", Set.of(SCHEMA, CONTENT, WIRE),
            "com.fasterxml.jackson.databind", Set.of(SCHEMA),
            "com.networknt", Set.of(SCHEMA),
            "org.slf4j", Set.of(HUB, PLUGIN, TRANSPORT),
            "org.yaml.snakeyaml", Set.of(CONTENT),
            "org.zeromq", Set.of(TRANSPORT),
            "zmq", Set.of(TRANSPORT));

    private static final Rooms ROOMS = new Rooms("core", MAY_USE, LIBRARIES);

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyWhatTheTableGivesIt(String room) {
        ROOMS.check(room);
    }

    @Test
    void theRoomsFoundAreTheRoomsListed() {
        assertThat(ROOMS.found()).isEqualTo(MAY_USE.keySet());
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
    void theLibraryLeavesTheProcessToItsCaller() {
        ROOMS.checkProcessIsOnlyUsedBy();
    }

    @Test
    void aTableThatForbidsWhatIsThereFails() {
        Rooms strict = new Rooms("core", Map.of(), Map.of());
        assertThatThrownBy(() -> strict.check(CONTENT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("io.github.hubsh.core.message");
    }

    static Stream<String> rooms() {
        return ROOMS.found().stream();
    }
}
