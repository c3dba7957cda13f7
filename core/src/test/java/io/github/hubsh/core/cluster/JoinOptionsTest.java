package io.github.hubsh.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a hub may join. */
final class JoinOptionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "tcp://h:1",
                "nats://",
                "nats://user:secret@h:4222",
                "nats://h:0",
                "nats://h:99999",
                "nats://h:1 2",
                "nats:///h",
                "nats://h_h:4222"
            })
    void what_is_no_server_of_nats_is_refused(String server) {
        assertThatIllegalArgumentException().isThrownBy(() -> new JoinOptions(List.of(server), "lab", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nats://h",
                "nats://h:1",
                "tls://lab.example.org:65535",
                "nats://127.0.0.1:4222",
                "nats://[::1]:1"
            })
    void a_server_has_a_host_and_perhaps_a_port(String server) {
        assertThat(new JoinOptions(List.of(server), "lab", null, null).servers())
                .containsExactly(server);
    }

    @Test
    void a_cluster_is_joined_at_one_server_or_more() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JoinOptions(List.of(), "lab", null, null))
                .withMessageContaining("one server");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JoinOptions(List.of("nats://h:4222", "http://h"), "lab", null, null))
                .withMessageEndingWith("http://h");
    }

    @Test
    void a_name_has_up_to_sixty_four_characters() {
        String longest = "aZ0_-" + "x".repeat(59);
        assertThat(new JoinOptions(List.of("nats://h"), longest, null, null).cluster())
                .isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JoinOptions(List.of("nats://h"), longest + "x", null, null))
                .withMessageContaining("at most 64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "*", "a b", ">"})
    void a_cluster_whose_name_is_no_word_is_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JoinOptions(List.of("nats://h:4222"), name, null, null));
    }
}
