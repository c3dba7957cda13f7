package io.github.hubsh.shell.verb.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ConnectRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TailVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void tail_shows_as_many_as_asked_and_stops_listening() {
        Header header = new Header("1", "s", "2024-01-01T00:00:00", "a", "hub", MessageType.CONNECT_REQUEST, "0.4");
        for (int i = 0; i < 3; i++) {
            bench.session.network.broadcasts.add(
                    new TimedBroadcast(Instant.parse("2024-01-01T10:00:00.5Z"), new ConnectRequest(header), "{}"));
        }

        assertThat(bench.run("tail --source a --target hub --type connect_request --count 2"))
                .isZero();

        assertThat(bench.screen.data()).isEqualTo("10:00:00 a   → hub connect_request\n".repeat(2));
        assertThat(bench.session.network.listened).isEqualTo(new BroadcastFilter("a", "hub", "connect_request"));
        assertThat(bench.session.network.listening).isFalse();
    }

    @Test
    void tail_says_what_is_missing_from_what_it_shows() {
        ShellBench pipe = ShellBench.pipe();
        pipe.session.network.patient = true;
        pipe.session.network.missed = new MissedBroadcasts(40_000, 0, 0);

        assertThat(pipe.run("tail --for 20ms")).isZero();
        assertThat(pipe.screen.messages())
                .isEqualTo("warning: 40,000 broadcasts are not shown: they came too fast, or cannot be read\n");
        assertThat(pipe.screen.data()).isEmpty();

        pipe.session.network.missed = new MissedBroadcasts(0, 7, 0);
        assertThat(pipe.run("tail --for 20ms --jsonl --quiet")).isZero();
        assertThat(pipe.screen.data())
                .matches("\\{\"time\":\"[^\"]*\",\"event\":\"missed\",\"count\":7,\"by\":\"hub\"}\n");
        assertThat(pipe.screen.messages())
                .endsWith("warning: the hub dropped 7 broadcasts: this shell did not read quickly enough\n");
    }

    @Test
    void tail_ends_well_when_its_time_is_up_though_nothing_came() {
        bench.session.network.patient = true;

        assertThat(bench.run("tail --for 20ms")).isZero();

        assertThat(bench.session.network.listening).isFalse();
        assertThat(bench.screen.data() + bench.screen.messages()).isEmpty();
    }

    @Test
    void tail_ends_with_5_when_its_time_is_up_before_its_count() {
        bench.session.network.patient = true;
        bench.session.network.broadcasts.add(FakeBroadcast.request("go", Map.of()));

        assertThat(bench.run("tail --count 3 --for 20ms")).isEqualTo(5);

        assertThat(bench.screen.data().lines()).hasSize(1);
        assertThat(bench.screen.messages())
                .isEqualTo(
                        "error: fewer than 3 results of tail in 20ms\n  wait longer with --for, or leave --count out\n");
        assertThat(bench.run("tail --where '.command == \"go\"' --count 3 --for 20ms"))
                .isEqualTo(5);
    }

    @Test
    void tail_ends_with_3_when_the_hub_is_lost() {
        assertThat(bench.run("tail")).isEqualTo(3);
        assertThat(bench.session.network.listening).isFalse();
    }
}
