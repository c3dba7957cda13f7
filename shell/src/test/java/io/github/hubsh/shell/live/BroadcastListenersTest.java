package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.wire.BroadcastFrames;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.shell.session.ContextInUse;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.HubIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Listeners that stay while the plugin by which they hear is another one. */
@Timeout(60)
final class BroadcastListenersTest {
    private static final HubEvent LOST = new HubEvent(
            HubEvent.Kind.LOST, Instant.parse("2024-01-01T10:00:00Z"), new HubIdentity("tcp://lab:1", "hub", "me"));

    @TempDir
    private Path folder;

    private final Messages messages = Messages.create();
    private final Plugin first = new Plugin("me", "inproc://listeners-first");
    private final Plugin second = new Plugin("me-2", "inproc://listeners-second");
    private final BroadcastListeners listeners = new BroadcastListeners(null);

    @Test
    void who_listens_before_a_hub_is_joined_hears_it_from_then_on() {
        BroadcastStream heard = listeners.listen(BroadcastFilter.EVERYTHING);
        publish(first, "pump");
        assertThat(heard.isReady()).isFalse();

        listeners.moveTo(first);
        publish(first, "pump");

        assertThat(sources(heard)).containsExactly("pump");
    }

    @Test
    void who_listens_later_hears_the_hub_that_is_joined_and_then_the_next_one() {
        listeners.moveTo(first);
        BroadcastStream heard = listeners.listen(new BroadcastFilter("pump", null, null));

        publish(first, "pump");
        listeners.moveTo(second);
        publish(second, "lamp");
        publish(second, "pump");

        assertThat(sources(heard)).containsExactly("pump", "pump");
        assertThat(second.subscribeOptions().sources()).containsExactly("pump");
    }

    @Test
    void a_listener_that_is_closed_hears_nothing_and_the_others_go_on() {
        listeners.moveTo(first);
        BroadcastStream closed = listeners.listen(BroadcastFilter.EVERYTHING);
        BroadcastStream open = listeners.listen(BroadcastFilter.EVERYTHING);

        closed.close();
        closed.close();
        publish(first, "pump");
        listeners.happened(LOST);
        listeners.moveTo(second);
        publish(second, "lamp");

        assertThat(closed.isReady()).isFalse();
        assertThat(sources(open)).containsExactly("pump", "lamp");
        // Closed twice, it must not have taken the subscription of the other one with it.
        assertThat(first.subscribeOptions().sources()).containsExactly("");
    }

    @Test
    void where_no_hub_is_joined_any_more_a_listener_waits_for_the_next_one() {
        listeners.moveTo(first);
        BroadcastStream earlier = listeners.listen(BroadcastFilter.EVERYTHING);
        listeners.leave();
        BroadcastStream later = listeners.listen(BroadcastFilter.EVERYTHING);
        earlier.close();

        publish(first, "pump");
        assertThat(later.isReady()).isFalse();
        listeners.moveTo(second);
        publish(second, "lamp");

        assertThat(sources(later)).containsExactly("lamp");
        assertThat(second.subscribeOptions().sources()).containsExactly("");
    }

    @Test
    void all_hear_what_happens_to_the_hub() {
        List<BroadcastStream> both =
                List.of(listeners.listen(BroadcastFilter.EVERYTHING), listeners.listen(BroadcastFilter.EVERYTHING));

        listeners.happened(LOST);

        for (BroadcastStream each : both) {
            assertThat(each.next(Duration.ZERO)).isNull();
            assertThat(each.hubEvents()).containsExactly(LOST);
        }
    }

    @Test
    void what_any_of_them_drops_is_counted() {
        listeners.moveTo(first);
        BroadcastFilter narrow = new BroadcastFilter(null, null, null, 1);
        BroadcastStream one = listeners.listen(narrow);
        BroadcastStream two = listeners.listen(narrow);

        publish(first, "pump");
        assertThat(listeners.dropped()).isZero();
        publish(first, "pump");
        assertThat(listeners.dropped()).isEqualTo(2);
        one.close();
        two.close();
        publish(first, "pump");
        assertThat(listeners.dropped()).isEqualTo(2);
    }

    @Test
    void the_memory_learns_from_what_is_taken_as_long_as_a_hub_is_joined() {
        HubMemory memory = new HubMemory(new PluginIdentity("me", folder), new ContextInUse(), false);
        BroadcastListeners learning = new BroadcastListeners(memory);
        learning.moveTo(first);
        BroadcastStream heard = learning.listen(BroadcastFilter.EVERYTHING);

        publish(first, "pump");
        assertThat(memory.lastSeen("pump")).isNull();
        assertThat(sources(heard)).containsExactly("pump");
        assertThat(memory.lastSeen("pump")).isNotNull();

        publish(first, "lamp");
        learning.leave();
        assertThat(sources(heard)).containsExactly("lamp");
        assertThat(memory.lastSeen("lamp")).isNull();
    }

    private static List<String> sources(BroadcastStream heard) {
        List<String> sources = new ArrayList<>();
        while (heard.isReady()) {
            var next = heard.next(Duration.ZERO);
            if (next != null) {
                sources.add(next.message().source());
            }
        }
        return sources;
    }

    private void publish(Plugin plugin, String source) {
        Message message = messages.executeRequest(source, "hub", "run", Payload.NONE);
        plugin.onSubscribeReceived(
                BroadcastFrames.of(message, MessageWriter.write(message)).frames());
    }
}
