package io.github.hubsh.core.pickle.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.ContentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one reading may use: up to the budget, and no step further. */
final class MeterTest {
    private final Meter meter = new Meter(new PickleBudget(10, 20, 30, 40, 50, 60));

    private interface Use {
        void of(Meter meter, long count) throws ContentException;
    }

    /** Columns: what is used; how much of it in two steps is allowed; and what one more says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            values      | 20 | more than 20 values
            copiedBytes | 10 | more than 10 bytes copied
            keyWork     | 60 | keys are too expensive to compare
            """)
    void what_is_used_adds_up(String what, long budget, String message) throws ContentException {
        Use use = use(what);

        use.of(meter, 1);
        use.of(meter, budget - 1);

        assertThatThrownBy(() -> use.of(meter, 1))
                .isInstanceOf(ContentException.class)
                .hasMessage(message);
    }

    /** Columns: how an int is counted; how long it may be, again and again; and what a longer one says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            digits   | 50 | an int of 51 digits; the limit is 50
            intBytes | 20 | an int of 21 bytes; the limit is 50 digits
            """)
    void each_int_has_the_whole_limit(String what, long limit, String message) throws ContentException {
        Use use = use(what);

        use.of(meter, limit);
        use.of(meter, limit);

        assertThatThrownBy(() -> use.of(meter, limit + 1))
                .isInstanceOf(ContentException.class)
                .hasMessage(message);
    }

    @Test
    void one_use_does_not_count_against_another() throws ContentException {
        meter.values(20);
        meter.copiedBytes(10);
        meter.keyWork(60);

        assertThat(meter.budget().memo()).isEqualTo(30);
    }

    /** Columns: how long a pickle is, and what comparing its keys may cost. */
    @ParameterizedTest
    @CsvSource({"0, 1000000", "1, 1000100", "490000, 50000000", "490001, 50000000", "2147483647, 50000000"})
    void a_short_pickle_has_few_keys_to_compare(int length, long keyWork) {
        assertThat(PickleBudget.of(length).keyWork()).isEqualTo(keyWork);
        assertThat(PickleBudget.of(length).values()).isEqualTo(PickleBudget.DEFAULT.values());
    }

    private static Use use(String what) {
        return switch (what) {
            case "values" -> Meter::values;
            case "copiedBytes" -> Meter::copiedBytes;
            case "keyWork" -> Meter::keyWork;
            case "digits" -> Meter::digits;
            default -> Meter::intBytes;
        };
    }
}
