package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.hubsh.core.zmtp.MessageLimits;
import io.github.hubsh.core.zmtp.ZmtpLimits;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerLimitsTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1", "1, 0, 1, 1", "1, 1, 0, 1", "1, 1, 1, 0", "-1, 1, 1, 1", "1, 1, 1, -5"})
    void a_limit_below_one_is_refused(int unsent, int subscriptions, int subscriptionBytes, long idle) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerLimits(ZmtpLimits.DEFAULTS, unsent, subscriptions, subscriptionBytes, idle))
                .withMessage("a limit is at least 1");
    }

    @Test
    void limits_of_one_are_possible_and_ten_seconds_the_usual_timeout() {
        ServerLimits least = new ServerLimits(ZmtpLimits.DEFAULTS, 1, 1, 1);
        assertThat(least.idleTimeoutNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(10));
        assertThat(least.withIdleTimeout(1)).isEqualTo(new ServerLimits(ZmtpLimits.DEFAULTS, 1, 1, 1, 1));
    }

    /** A megabyte, the smallest budget, then one in which the usual limits just fit, and one of many gigabytes. */
    @ParameterizedTest
    @CsvSource({
        "1048576, 786432, 786432, 262144",
        "67108864, 50331648, 50331648, 16777216",
        "134217728, 67108864, 67108864, 33554432",
        "536870912, 67108864, 67108864, 134217728",
        "1099511627776, 67108864, 67108864, 134217728"
    })
    void a_message_has_three_quarters_of_the_budget_and_what_waits_for_a_peer_one(
            long budget, int frame, int message, int unsent) {
        ServerLimits limits = ServerLimits.within(budget);
        MessageLimits messages = limits.zmtp().messages();
        assertThat(messages.maxFrameBytes()).isEqualTo(frame);
        assertThat(messages.maxMessageBytes()).isEqualTo(message);
        assertThat(limits.maxUnsentBytes()).isEqualTo(unsent);
        assertThat(limits.zmtp().handshake()).isEqualTo(ZmtpLimits.DEFAULTS.handshake());
        assertThat(messages.maxFrames()).isEqualTo(MessageLimits.DEFAULTS.maxFrames());
        assertThat(messages.maxCommandBytes()).isEqualTo(MessageLimits.DEFAULTS.maxCommandBytes());
        assertThat(limits.maxSubscriptions()).isEqualTo(ServerLimits.DEFAULTS.maxSubscriptions());
        assertThat(limits.maxSubscriptionBytes()).isEqualTo(ServerLimits.DEFAULTS.maxSubscriptionBytes());
    }
}
