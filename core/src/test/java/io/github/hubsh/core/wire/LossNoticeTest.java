package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a hub tells a subscriber that reads too slowly. */
final class LossNoticeTest {
    @Test
    void the_number_that_is_written_is_read() {
        for (long count : new long[] {0, 1, 40_000, 999_999_999_999_999_999L}) {
            assertThat(LossNotice.read(LossNotice.write(count))).isEqualTo(count);
        }
    }

    @Test
    void the_frames_are_the_topic_and_the_number() {
        assertThat(LossNotice.write(42)).containsExactly("\0hubsh-lost".getBytes(UTF_8), "42".getBytes(UTF_8));
    }

    @Test
    void only_its_topic_is_one() {
        assertThat(LossNotice.isTopic(LossNotice.topic())).isTrue();
        assertThat(LossNotice.isTopic("\0hubsh-lost!".getBytes(UTF_8))).isFalse();
        assertThat(LossNotice.isTopic(SubscriptionMark.of(1))).isFalse();
        assertThat(LossNotice.isTopic(new byte[0])).isFalse();
    }

    @Test
    void what_is_no_number_is_not_read() {
        for (String digits : List.of("", "-1", "+1", "1.0", "0x1", " 1", "1234567890123456789")) {
            assertThat(LossNotice.read(List.of(LossNotice.topic(), digits.getBytes(UTF_8))))
                    .as(digits)
                    .isEqualTo(-1);
        }
        assertThat(LossNotice.read(List.of(LossNotice.topic()))).isEqualTo(-1);
        assertThat(LossNotice.read(List.of(LossNotice.topic(), new byte[] {'1'}, new byte[0])))
                .isEqualTo(-1);
    }
}
