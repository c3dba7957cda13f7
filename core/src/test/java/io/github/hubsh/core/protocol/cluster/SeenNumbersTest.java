package io.github.hubsh.core.protocol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No number is new twice. */
final class SeenNumbersTest {
    private final SeenNumbers numbers = new SeenNumbers();

    @Test
    void a_number_is_new_once_in_any_order() {
        Random random = new Random(3);
        Set<Long> added = new HashSet<>();
        long highest = 0;
        for (int i = 0; i < 200_000; i++) {
            long number = Math.max(0, highest + random.nextInt(50) - 40);
            assertThat(numbers.add(number)).isEqualTo(added.add(number));
            highest = Math.max(highest, number);
        }
    }

    @Test
    void what_is_far_below_the_highest_counts_as_seen() {
        assertThat(numbers.add(10L * SeenNumbers.WINDOW)).isTrue();
        assertThat(numbers.add(9L * SeenNumbers.WINDOW)).isFalse();
        assertThat(numbers.add(9L * SeenNumbers.WINDOW + 1)).isTrue();
        assertThat(numbers.add(-1)).isFalse();
    }
}
