package io.github.hubsh.shell.session.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.fake.FakeNetwork;
import io.github.hubsh.shell.fake.ScriptedBroadcasts;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubscriptionHandshakeTest {
    private static final TimedBroadcast OWN = FakeBroadcast.request("ping", Map.of());
    private static final Object SILENCE = MissedBroadcasts.NONE;

    private final FakeNetwork network = new FakeNetwork();
    private final AtomicInteger pings = new AtomicInteger();

    SubscriptionHandshakeTest() {
        network.onPing = pings::incrementAndGet;
    }

    @Test
    void catching_up_ends_when_two_of_our_own_are_heard() {
        network.ownBroadcasts.addAll(List.of(SILENCE, OWN, SILENCE, OWN, OWN));

        SubscriptionHandshake.catchUp(network);

        assertThat(pings).hasValue(4);
    }

    @Test
    void a_hub_that_does_not_publish_them_is_asked_a_few_times() {
        network.ownBroadcasts.addAll(Collections.nCopies(100, SILENCE));

        SubscriptionHandshake.catchUp(network);

        assertThat(pings).hasValue(10);
    }

    @Test
    void a_hub_that_is_lost_or_does_not_answer_has_nothing_more_to_say() {
        SubscriptionHandshake.catchUp(network);
        assertThat(pings).hasValue(1);

        for (Problem problem : List.of(Problem.TIMEOUT, Problem.HUB_LOST)) {
            network.onPing = () -> {
                pings.incrementAndGet();
                throw new ShellException(problem, "no answer");
            };
            SubscriptionHandshake.catchUp(network);
        }
        assertThat(pings).hasValue(3);
    }

    @Test
    void an_interruption_ends_it() {
        network.onPing = () -> {
            throw ShellException.interrupted("stopped");
        };

        assertThatThrownBy(() -> SubscriptionHandshake.catchUp(network)).hasMessage("stopped");
    }

    /**
     * Columns: how often the hub is asked until what it publishes is heard, if it ever is; and how often it is asked.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1  | 1
            3  | 3
            10 | 10
               | 10
            """)
    void the_hub_is_asked_until_a_broadcast_arrives(@Nullable Integer heard, int asked) {
        network.patient = true;
        network.onPing = () -> {
            if (Objects.equals(heard, pings.incrementAndGet())) {
                network.broadcasts.add(OWN);
            }
        };

        SubscriptionHandshake.await(network, new ScriptedBroadcasts(SILENCE));

        assertThat(pings).hasValue(asked);
        assertThat(network.listening).isFalse();
    }

    @Test
    void what_has_come_meanwhile_is_taken_away_up_to_a_bound() {
        network.broadcasts.add(OWN);
        network.patient = true;
        ScriptedBroadcasts few = new ScriptedBroadcasts(OWN, OWN, SILENCE, OWN);
        SubscriptionHandshake.await(network, few);
        assertThat(few.isReady()).isTrue();

        network.broadcasts.add(OWN);
        ScriptedBroadcasts flood =
                new ScriptedBroadcasts(Collections.nCopies(101, OWN).toArray());
        SubscriptionHandshake.await(network, flood);
        assertThat(flood.next(Duration.ZERO)).isSameAs(OWN);
        assertThat(flood.isReady()).isFalse();
    }

    @Test
    void a_busy_hub_is_asked_again_and_one_that_is_lost_is_not() {
        network.patient = true;
        network.onPing = () -> {
            pings.incrementAndGet();
            throw new ShellException(Problem.TIMEOUT, "no answer");
        };
        SubscriptionHandshake.await(network, new ScriptedBroadcasts(SILENCE));
        assertThat(pings).hasValue(10);

        network.onPing = () -> {
            throw new ShellException(Problem.HUB_LOST, "the hub is gone");
        };
        assertThatThrownBy(() -> SubscriptionHandshake.await(network, new ScriptedBroadcasts(SILENCE)))
                .hasMessage("the hub is gone");
    }
}
