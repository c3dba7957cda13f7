package io.github.hubsh.shell.recording.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.ValuePath;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids of a recording and their counterparts in its replay. */
final class RenamedIdsTest {
    /** Pairs of ids, recorded and now, that are met one after the other; {@code x} has been named by a request. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a=b             | true
            a=a             | true
            a=A             | true
            a=b a=b         | true true
            a=b a=c         | true false
            a=b a=c a=b     | true false true
            a=b c=b         | true false
            a=b c=d         | true true
            a=b A=B         | true true
            a=b b=a         | true true
            x=b             | false
            x=x             | true
            x=b a=b         | false true
            """)
    void an_id_has_one_counterpart_and_one_that_was_named_is_itself(String pairs, String same) {
        RenamedIds ids = new RenamedIds(uuid('x')::equals);
        StringBuilder found = new StringBuilder();
        for (String pair : pairs.split(" ", -1)) {
            found.append(' ').append(ids.areSame(uuid(pair.charAt(0)), uuid(pair.charAt(2))));
        }
        assertThat(found.substring(1)).isEqualTo(same);
    }

    @Test
    void an_id_that_was_carried_over_is_what_the_new_run_gave() {
        RenamedIds ids = new RenamedIds(value -> true);
        ids.carried(carried("run", uuid('a'), "id"), UUID.fromString(uuid('b')));

        assertThat(ids.areSame(uuid('a'), uuid('b'))).isTrue();
        assertThat(ids.areSame(uuid('a'), uuid('c'))).isFalse();
    }

    /** The number 7 of {@code .run_id} was sent as {@code id}, and is 8 now. Columns: a pair, its name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            7 | 8 | run_id | true
            7 | 8 | id     | true
            7 | 8 | level  | false
            7 | 8 | ``     | false
            7 | 9 | id     | false
            7 | 7 | id     | false
            8 | 8 | id     | false
            """)
    void a_number_is_carried_only_under_its_names(long recorded, long now, String name, boolean carried) {
        RenamedIds ids = new RenamedIds(value -> false);
        ids.carried(carried("run_id", 7L, "id"), 8L);
        assertThat(ids.isCarried(recorded, now, name)).isEqualTo(carried);
    }

    @Test
    void an_id_is_carried_under_any_name() {
        RenamedIds ids = new RenamedIds(value -> false);
        ids.carried(carried("run", uuid('a'), "id"), uuid('b'));

        assertThat(ids.isCarried(uuid('a'), uuid('b'), "other")).isTrue();
        assertThat(ids.isCarried(uuid('a'), UUID.fromString(uuid('b')), "other"))
                .isTrue();
        assertThat(ids.isCarried(uuid('a'), uuid('c'), "other")).isFalse();
    }

    @Test
    void the_last_that_was_carried_counts() {
        RenamedIds ids = new RenamedIds(value -> false);
        ids.carried(carried("run_id", 7L, "id"), 8L);
        ids.carried(carried("run_id", 7L, "id"), 9L);

        assertThat(ids.isCarried(7L, 8L, "id")).isFalse();
        assertThat(ids.isCarried(7L, 9L, "id")).isTrue();
    }

    @Test
    void two_thousand_values_are_carried_at_most_and_those_may_still_change() {
        RenamedIds ids = new RenamedIds(value -> false);
        for (long i = 0; i < 2_001; i++) {
            ids.carried(carried("id", i, "id"), -i);
        }
        assertThat(ids.isCarried(1_999L, -1_999L, "id")).isTrue();
        assertThat(ids.isCarried(2_000L, -2_000L, "id")).isFalse();

        ids.carried(carried("id", 5L, "id"), 50L);
        assertThat(ids.isCarried(5L, 50L, "id")).isTrue();
    }

    @Test
    void of_twenty_thousand_ids_the_counterparts_are_known() {
        RenamedIds ids = new RenamedIds(value -> false);
        for (int i = 0; i <= 20_000; i++) {
            assertThat(ids.areSame(numbered('a', i), numbered('b', i))).isTrue();
        }
        assertThat(ids.areSame(numbered('a', 19_999), numbered('c', 1))).isFalse();
        assertThat(ids.areSame(numbered('a', 20_000), numbered('c', 1))).isTrue();
    }

    /** {@code run-4242} has become {@code run-5151}, {@code short} {@code long}, and 4243 4244. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            run-4242               | run-5151
            a run-4242 run-4242.   | a run-5151 run-5151.
            short 4243             | short 4243
            ``                     | ``
            """)
    void texts_have_what_was_carried_in_them(String recorded, String now) {
        RenamedIds ids = new RenamedIds(value -> false);
        ids.carried(carried("run", "run-4242", "run"), "run-5151");
        ids.carried(carried("x", "short", "x"), "long");
        ids.carried(carried("id", 4243L, "id"), 4244L);
        assertThat(ids.renamed(recorded)).isEqualTo(now);
    }

    private static CarriedValue carried(String from, Object recorded, String to) {
        return new CarriedValue(0, ValuePath.ROOT.then(from), ValuePath.ROOT.then(to), recorded, false);
    }

    /** Returns an id with such a letter, which may be a large one. */
    private static String uuid(char letter) {
        boolean large = Character.isUpperCase(letter);
        String id = String.format("%08x-abcd-4000-8000-000000000000", (int) Character.toLowerCase(letter));
        return large ? id.toUpperCase(Locale.ROOT) : id;
    }

    private static String numbered(char kind, int number) {
        return String.format("%c0000000-0000-4000-8000-%012d", kind, number);
    }
}
