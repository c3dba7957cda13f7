package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SeenNamesTest {
    private final Messages messages = Messages.create();
    private final SeenNames names = new SeenNames();

    @Test
    void broadcasts_tell_who_has_joined_and_who_has_left() {
        names.registered(List.of("a", "b"));
        names.heard(messages.executeRequest("c", "hub", "register", Payload.NONE), Instant.EPOCH);
        names.heard(leaving("a", "hub"), Instant.EPOCH);
        assertThat(names.plugins()).containsExactly("b", "c");
        assertThat(names.lastSeen("hub")).isEqualTo(Instant.EPOCH);
    }

    @Test
    void only_the_hub_says_who_has_left() {
        names.registered(List.of("a", "b"));
        names.heard(leaving("a", "b"), Instant.EPOCH);
        assertThat(names.plugins()).containsExactly("a", "b");
    }

    private ExecuteReply leaving(String plugin, String hub) {
        ExecuteRequest request = messages.executeRequest(plugin, hub, ExecuteReply.UNREGISTER, Payload.NONE);
        return messages.executeReply(request, 1, Payload.NONE);
    }
}
