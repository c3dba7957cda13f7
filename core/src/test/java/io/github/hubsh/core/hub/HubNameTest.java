package io.github.hubsh.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hub can be called: other hubs of its cluster would not listen to it under another name. */
final class HubNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "\u001b[31m", "\u202eroom"})
    void a_name_that_no_peer_can_have_is_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hub("inproc://hub-name", name))
                .withMessageContaining("a hub's name has 1 to 255 bytes");
    }

    @Test
    void a_name_of_more_than_255_bytes_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hub("inproc://hub-name", "\u00e4".repeat(128)));
    }

    @Test
    void other_names_are_not() {
        try (Hub hub = new Hub("inproc://hub-name", "R\u00e4um \"1.2\" > *")) {
            assertThat(hub.name()).isEqualTo("R\u00e4um \"1.2\" > *");
        }
    }
}
