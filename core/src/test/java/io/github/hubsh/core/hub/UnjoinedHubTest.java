package io.github.hubsh.core.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.HubProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that joins no cluster does not pay for one. */
final class UnjoinedHubTest {
    @TempDir
    Path folder;

    @Test
    void it_loads_no_class_of_nats() throws IOException {
        Path loaded = folder.resolve("loaded");
        try (HubProcess hub = HubProcess.start("-Xlog:class+load:file=" + loaded)) {
            assertThat(hub.statistic("received")).isZero();
            String classes = Files.readString(loaded);
            assertThat(classes).contains("io.github.hubsh.core.hub.HubLoop");
            assertThat(classes).doesNotContain("io.nats.", "core.cluster.ClusterLink", "core.hub.JoinedCluster ");
        }
    }
}
