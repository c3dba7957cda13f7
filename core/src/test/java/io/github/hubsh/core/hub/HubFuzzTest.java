package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.testkit.GoodClient;
import io.github.hubsh.core.testkit.Mutations;
import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.testkit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All input of the hub's sockets is answered, passed on, or counted as dropped; other peers are not affected. */
final class HubFuzzTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int ROUNDS = 3000;
    private static final long SEED = 20261122;

    private final Hub hub = new Hub("tcp://127.0.0.1:*", "central");
    private GoodClient good;

    @BeforeEach
    void start() {
        hub.reset();
        good = new GoodClient(hub);
    }

    @AfterEach
    void stop() {
        good.close();
        hub.close();
    }

    @Test
    void every_query_is_answered_valid_or_not() {
        List<byte[]> nonsense = nonsense();
        try (RawPeer peer = RawPeer.query(hub.queryUri())) {
            for (byte[] payload : nonsense) {
                peer.send(payload);
            }
            List<Message> replies = peer.receiveMessages(nonsense.size(), TIMEOUT);
            assertThat(replies).hasOnlyElementsOfTypes(ExecuteReply.class, ConnectReply.class);
        }
        good.assertServed();
        assertThatEverythingIsAccountedFor();
    }

    @Test
    void every_command_is_answered_passed_on_or_counted_as_dropped() {
        try (RawPeer registrar = RawPeer.query(hub.queryUri());
                RawPeer peer = RawPeer.command(hub.commandUri(), "client".getBytes(UTF_8))) {
            registrar.send(Messages.create().connectRequest("client", "hub"));
            registrar.receiveMessage(TIMEOUT);
            for (byte[] payload : nonsense()) {
                peer.send(payload);
            }
            peer.send(Samples.EXECUTE_REQUEST.replace("s-1", "the last"));
            Message reply = peer.receiveMessage(TIMEOUT);
            while (!reply.session().equals("the last")) {
                assertThat(reply).isInstanceOf(ExecuteReply.class);
                reply = peer.receiveMessage(TIMEOUT);
            }
            assertThat(((ExecuteReply) reply).failed()).isTrue();
        }
        good.assertServed();
        assertThatEverythingIsAccountedFor();
        assertThat(hub.statistics().dropped()).isPositive();
    }

    @Test
    void random_frames_of_any_number_are_answered_or_counted_as_dropped() {
        Random random = new Random(SEED);
        try (RawPeer query = RawPeer.query(hub.queryUri());
                RawPeer command = RawPeer.command(hub.commandUri(), new byte[] {(byte) 0xFF, 1})) {
            for (int i = 0; i < ROUNDS; i++) {
                byte[][] frames = new byte[1 + random.nextInt(6)][];
                for (int j = 0; j < frames.length; j++) {
                    frames[j] = new byte[random.nextInt(50)];
                    random.nextBytes(frames[j]);
                }
                (random.nextBoolean() ? query : command).sendFrames(frames);
            }
            eventually(() -> hub.statistics().received() >= ROUNDS, TIMEOUT);
            assertThatEverythingIsAccountedFor();
        }
        good.assertServed();
    }

    /** Each received message is handled or dropped; the good client is active, so this holds only now and then. */
    private void assertThatEverythingIsAccountedFor() {
        eventually(
                () -> "not accounted for: " + hub.statistics(),
                () -> {
                    HubStatistics now = hub.statistics();
                    return now.received() == now.forwarded() + now.answered() + now.dropped();
                },
                TIMEOUT);
    }

    private static List<byte[]> nonsense() {
        Random random = new Random(SEED);
        List<byte[]> nonsense = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            String sample = Samples.ALL.get(random.nextInt(Samples.ALL.size()));
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            nonsense.add(
                    switch (random.nextInt(3)) {
                        case 0 -> bytes;
                        case 1 -> Mutations.random(sample, random).getBytes(UTF_8);
                        default -> Mutations.randomBytes(sample.getBytes(UTF_8), random);
                    });
        }
        return nonsense;
    }
}
