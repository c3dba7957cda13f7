package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which topics are marks; ␀ stands for NUL. */
final class SubscriptionMarkTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                    | ␀hubsh-subscribed-0
            42                   | ␀hubsh-subscribed-42
            -1                   | ␀hubsh-subscribed--1
            9223372036854775807  | ␀hubsh-subscribed-9223372036854775807
            """)
    void a_mark_has_its_number_at_the_end(long number, String topic) {
        assertThat(SubscriptionMark.of(number)).isEqualTo(bytes(topic));
        assertThat(SubscriptionMark.isMark(SubscriptionMark.of(number))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | false
            ␀                   | false
            pump                | false
            ␀hubsh              | false
            ␀hubsh-subscribed   | false
            ␀hubsh-subscribed-  | true
            ␀hubsh-subscribed-x | true
            ␀Hubsh-subscribed-1 | false
            ␀hubsh-subscribed_1 | false
            hubsh-subscribed-10 | false
            xhubsh-subscribed-1 | false
            """)
    void a_topic_is_a_mark_by_its_beginning(String topic, boolean isMark) {
        assertThat(SubscriptionMark.isMark(bytes(topic))).isEqualTo(isMark);
    }

    private static byte[] bytes(String topic) {
        return topic.replace('␀', '\0').getBytes(UTF_8);
    }
}
