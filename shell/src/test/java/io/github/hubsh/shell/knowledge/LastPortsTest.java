package io.github.hubsh.shell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.knowledge.LastPorts.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ports of the hubs that ran here. */
final class LastPortsTest {
    private static final String LAB = "tcp://127.0.0.1:31000";

    @TempDir
    private Path folder;

    @Test
    void each_address_has_its_own_ports() {
        LastPorts ports = new LastPorts(folder);
        ports.keep(LAB, new Ports(40_001, 40_002));
        ports.keep("tcp://127.0.0.1:31001", new Ports(40_003, 40_004));

        assertThat(new LastPorts(folder).of(LAB)).isEqualTo(new Ports(40_001, 40_002));
        assertThat(new LastPorts(folder).of("tcp://127.0.0.1:31001")).isEqualTo(new Ports(40_003, 40_004));
        assertThat(new LastPorts(folder).of("tcp://127.0.0.1:31002")).isEqualTo(Ports.UNKNOWN);
    }

    @Test
    void nothing_is_kept_without_a_home() {
        new LastPorts(null).keep(LAB, new Ports(1, 2));

        assertThat(new LastPorts(null).of(LAB)).isEqualTo(Ports.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{\"command\":\"x\"}", "{\"command\":-1}", "{\"command\":65536}"})
    void a_file_that_makes_no_sense_is_as_good_as_none(String content) throws IOException {
        LastPorts ports = new LastPorts(folder);
        ports.keep(LAB, new Ports(40_001, 40_002));
        Files.writeString(folder.resolve(KnowledgeFile.nameFor(LAB)), content);

        assertThat(ports.of(LAB)).isEqualTo(Ports.UNKNOWN);
    }
}
