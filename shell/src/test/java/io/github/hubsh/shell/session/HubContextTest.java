package io.github.hubsh.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a context asks for at its hub. */
final class HubContextTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Map<String, String> ALIASES = Map.of("fill", "x pump fill");

    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, true", "false, true, true", "true, true, true"})
    void it_is_guarded_where_not_every_request_may_simply_go(boolean readonly, boolean confirm, boolean guarded) {
        assertThat(context(readonly, confirm).isGuarded()).isEqualTo(guarded);
    }

    @Test
    void without_keys_it_is_of_a_hub_without_keys() {
        assertThat(context(false, false).keys()).isEqualTo(HubKeys.NONE);
    }

    /** A context keeps who it guards when its keys are changed, or a hub would be open from then on. */
    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void with_other_keys_the_rest_stays_as_it_was(boolean readonly, boolean confirm) {
        HubKeys keys = new HubKeys("lab.pub", "ann.key", false);

        assertThat(context(readonly, confirm).withKeys(keys))
                .isEqualTo(new HubContext("lab", "tcp://lab:1", "ann", TIMEOUT, ALIASES, readonly, confirm, keys));
    }

    private static HubContext context(boolean readonly, boolean confirm) {
        return new HubContext("lab", "tcp://lab:1", "ann", TIMEOUT, ALIASES, readonly, confirm);
    }
}
