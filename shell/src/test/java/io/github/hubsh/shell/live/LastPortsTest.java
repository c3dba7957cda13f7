package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.hub.HubPorts;
import io.github.hubsh.core.transport.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ports of the hubs that ran here. */
final class LastPortsTest {
    private static final Endpoint LAB = Endpoint.parse("tcp://127.0.0.1:31000");

    @TempDir
    private Path folder;

    @Test
    void each_address_has_its_own_ports() {
        LastPorts ports = new LastPorts(folder);
        Endpoint other = LAB.withPort(31_001);
        ports.keep(LAB, 40_001, 40_002);
        ports.keep(other, 40_003, 40_004);

        assertThat(new LastPorts(folder).of(LAB)).isEqualTo(new HubPorts(40_001, 40_002, HubPorts.Rule.PREFERRED));
        assertThat(new LastPorts(folder).of(other)).isEqualTo(new HubPorts(40_003, 40_004, HubPorts.Rule.PREFERRED));
    }

    @Test
    void nothing_is_kept_for_a_port_that_the_system_chooses_nor_without_a_home() throws IOException {
        new LastPorts(folder).keep(Endpoint.parse("tcp://127.0.0.1:*"), 1, 2);
        new LastPorts(folder).keep(Endpoint.parse("ipc:///run/lab"), 0, 0);
        new LastPorts(null).keep(LAB, 1, 2);

        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        assertThat(new LastPorts(null).of(LAB)).isEqualTo(HubPorts.ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{\"command\":\"x\"}", "{\"command\":-1}", "{\"command\":65536}"})
    void a_file_that_makes_no_sense_is_as_good_as_none(String content) throws IOException {
        LastPorts ports = new LastPorts(folder);
        ports.keep(LAB, 40_001, 40_002);
        try (var files = Files.list(folder)) {
            Path file = files.filter(each -> each.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(file, content);
        }

        HubPorts read = ports.of(LAB);
        assertThat(read.command()).isZero();
        assertThat(read.publish()).isZero();
    }
}
