package io.github.hubsh.shell.session.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.fake.FakeNetwork;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

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
}
