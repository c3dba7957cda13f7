package io.github.hubsh.core.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.cluster.LinkStatus;
import io.github.hubsh.core.hub.ClusterStatus.ClusterHub;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.protocol.cluster.ClusterCounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hub tells of its cluster. */
final class ClusterStatusTest {
    private static final LinkStatus LINK = new LinkStatus("nats://n:4222", "", 1_234_567, 11, 12, 13, 14, 15, 16);
    private static final ClusterCounts COUNTS = new ClusterCounts(21, 22, 23, 24);

    @Test
    void the_row_has_hubs_and_plugins_in_order_of_their_names() {
        ClusterStatus status = new ClusterStatus(
                "lab",
                true,
                List.of(new ClusterHub("roomC", 2, 40, -1, 3, 4), new ClusterHub("roomB", 0, 7, 2_500, 0, 0)),
                Map.of("valve", "roomC", "lamp", "roomC", "pump", "roomB"),
                List.of("valve"),
                LINK,
                COUNTS);
        assertThat(Json.writeIndented(status.row())).isEqualTo("""
                {
                  "name": "lab",
                  "joined": true,
                  "hubs": {
                    "roomB": {
                      "plugins": 0,
                      "silent_ms": 7,
                      "round_trip_ms": 0.003,
                      "asked": 0,
                      "served": 0
                    },
                    "roomC": {
                      "plugins": 2,
                      "silent_ms": 40,
                      "round_trip_ms": "",
                      "asked": 3,
                      "served": 4
                    }
                  },
                  "plugins": {
                    "lamp": "roomC",
                    "pump": "roomB",
                    "valve": "roomC"
                  },
                  "away": [
                    "valve"
                  ],
                  "link": {
                    "server": "nats://n:4222",
                    "round_trip_ms": 1.235,
                    "sent": 11,
                    "received": 12,
                    "unsent": 13,
                    "missed": 14,
                    "disconnected": 15,
                    "repaired": 21,
                    "lost": 22,
                    "duplicates": 23,
                    "refused": 24,
                    "rejected": 16
                  }
                }""");
        assertThat(status.server()).isEqualTo("nats://n:4222");
        assertThat(status.problem()).isEmpty();
        assertThat(status.serverRoundTripNanos()).isEqualTo(1_234_567);
    }

    @Test
    void before_there_is_a_link_nothing_has_passed() {
        ClusterStatus status = of(LinkStatus.NONE);
        assertThat(Json.write(status.row()))
                .isEqualTo("{\"name\":\"lab\",\"joined\":false,\"hubs\":{},\"plugins\":{},\"away\":[],"
                        + "\"link\":{\"server\":\"\",\"round_trip_ms\":\"\",\"sent\":0,\"received\":0,\"unsent\":0,"
                        + "\"missed\":0,\"disconnected\":0,\"repaired\":21,\"lost\":22,\"duplicates\":23,"
                        + "\"refused\":24,\"rejected\":0}}");
        assertThat(status.serverRoundTripNanos()).isNegative();
    }

    @Test
    void a_problem_of_the_link_is_there_only_if_there_is_one() {
        ClusterStatus status = of(new LinkStatus("", "Connection refused", -1, 0, 0, 0, 0, 0, 0));
        assertThat(Json.write(status.row()))
                .contains("\"link\":{\"server\":\"\",\"problem\":\"Connection refused\",\"round_trip_ms\":\"\",");
        assertThat(status.problem()).isEqualTo("Connection refused");
    }

    @ParameterizedTest
    @CsvSource({"-1, ''", "0, 0.0", "499, 0.0", "500, 0.001", "1499, 0.001", "1500, 0.002", "3000000000, 3000.0"})
    void a_round_trip_is_in_milliseconds_down_to_the_microsecond(long nanos, String millis) {
        Object row = of(new LinkStatus("", "", nanos, 0, 0, 0, 0, 0, 0)).row().get("link");
        assertThat(((Map<?, ?>) row).get("round_trip_ms")).hasToString(millis);
    }

    private static ClusterStatus of(LinkStatus link) {
        return new ClusterStatus("lab", false, List.of(), Map.of(), List.of(), link, COUNTS);
    }
}
