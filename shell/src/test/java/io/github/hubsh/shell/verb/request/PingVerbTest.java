package io.github.hubsh.shell.verb.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import org.junit.jupiter.api.Test;

final class PingVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void ping_shows_each_round_trip() {
        assertThat(bench.run("ping hub --count 2 --json")).isZero();

        assertThat(bench.screen.data()).isEqualTo("{\"target\":\"hub\",\"round_trip_ms\":1.234}\n".repeat(2));
    }

    @Test
    void several_pings_are_summed_up_for_people_only() {
        bench.run("ping hub --count 2");
        assertThat(bench.screen.data()).isEqualTo("1  hub  1.234 ms\n2  hub  1.234 ms\n");
        assertThat(bench.screen.messages()).isEqualTo("min 1.2 ms  avg 1.2 ms  max 1.2 ms  lost 0 of 2\n");

        ShellBench pipe = ShellBench.pipe();
        pipe.run("ping hub --count 2");
        assertThat(pipe.screen.messages()).isEmpty();
    }

    @Test
    void pings_that_are_stopped_are_summed_up_too() {
        int[] count = new int[1];
        bench.session.network.onPing = () -> {
            if (count[0]++ == 2) {
                throw ShellException.interrupted("stopped");
            }
        };

        assertThat(bench.run("ping hub --count 100")).isEqualTo(130);
        assertThat(bench.screen.data()).isEqualTo("  1  hub  1.234 ms\n  2  hub  1.234 ms\n");
        assertThat(bench.screen.messages()).startsWith("min 1.2 ms  avg 1.2 ms  max 1.2 ms  lost 0 of 2\n");
    }

    @Test
    void a_ping_that_is_lost_does_not_end_those_behind_it_unless_all_are() {
        int[] count = new int[1];
        bench.session.network.onPing = () -> {
            if (count[0]++ == 0) {
                throw new ShellException(Problem.TIMEOUT, "no answer");
            }
        };

        assertThat(bench.run("ping hub --count 2 --jsonl")).isZero();
        assertThat(bench.screen.data()).isEqualTo("""
                        {"target":"hub","round_trip_ms":null}
                        {"target":"hub","round_trip_ms":1.234}
                        """);
        assertThat(bench.run("ping microdrop.dropbot --count 2")).isEqualTo(5);
    }
}
