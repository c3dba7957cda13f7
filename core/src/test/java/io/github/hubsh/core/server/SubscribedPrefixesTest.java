package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.ZmtpLimits;
import org.junit.jupiter.api.Test;

final class SubscribedPrefixesTest {
    private final SubscribedPrefixes prefixes = new SubscribedPrefixes(new ServerLimits(ZmtpLimits.DEFAULTS, 1, 3, 10));

    @Test
    void nothing_matches_before_the_first() {
        assertThat(matches("")).isFalse();
    }

    @Test
    void a_prefix_matches_what_begins_with_it() {
        add("ab");
        assertThat(matches("ab")).isTrue();
        assertThat(matches("abc")).isTrue();
        assertThat(matches("a")).isFalse();
        assertThat(matches("b")).isFalse();
        add("");
        assertThat(matches("b")).isTrue();
    }

    @Test
    void one_of_two_may_be_taken_back_and_the_other_stays() {
        add("a");
        add("a");
        prefixes.remove(Octets.ofText("a"));
        assertThat(matches("a")).isTrue();
        prefixes.remove(Octets.ofText("a"));
        assertThat(matches("a")).isFalse();
        prefixes.remove(Octets.ofText("a"));
        add("a");
        assertThat(matches("a")).isTrue();
    }

    @Test
    void number_and_bytes_are_limited_and_come_back() {
        add("a");
        add("b");
        add("c");
        assertThat(prefixes.add(Octets.ofText("d"))).isFalse();
        add("a");
        prefixes.remove(Octets.ofText("b"));
        assertThat(prefixes.add(Octets.ofText("123456789"))).isFalse();
        add("12345678");
    }

    private void add(String prefix) {
        assertThat(prefixes.add(Octets.ofText(prefix))).isTrue();
    }

    private boolean matches(String topic) {
        return prefixes.match(Octets.ofText(topic));
    }
}
