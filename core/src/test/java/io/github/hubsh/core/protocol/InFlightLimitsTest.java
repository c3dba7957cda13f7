package io.github.hubsh.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InFlightLimitsTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1", "1, 0, 1, 1", "1, 1, 0, 1", "1, 1, 1, 0", "-1, 1, 1, 1", "1, 1, 1, -9999999999"})
    void a_limit_below_one_is_refused(int perPlugin, long bytesPerPlugin, int all, long bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InFlightLimits(perPlugin, bytesPerPlugin, all, bytes))
                .withMessage("a limit is at least 1");
    }

    @Test
    void a_limit_of_one_is_possible() {
        assertThat(new InFlightLimits(1, 1, 1, 1).maxRequests()).isOne();
    }

    @Test
    void one_plugin_can_not_take_what_is_for_all() {
        InFlightLimits limits = InFlightLimits.DEFAULTS;
        assertThat(limits.maxRequestsPerPlugin()).isLessThan(limits.maxRequests());
        assertThat(limits.maxBytesPerPlugin()).isLessThan(limits.maxBytes());
    }
}
