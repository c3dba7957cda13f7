package io.github.hubsh.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of keys, from several places. */
final class HubKeysTest {
    /** Each side is the file of the hub's key, that of our own, and {@code !} where it is known to be insecure. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - -   | - -   | - -
            a -   | - d   | a d
            - b   | c -   | c b
            a b   | c d   | a b
            - - ! | c d   | c d !
            a b   | - - ! | a b !
            a - ! | - - ! | a - !
            """)
    void what_is_left_open_is_as_others_have_it(String keys, String others, String both) {
        assertThat(keys(keys).or(keys(others))).isEqualTo(keys(both));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - -   | false
            - - ! | false
            a -   | true
            - b   | true
            a b   | true
            """)
    void one_file_is_enough_for_a_hub_with_keys(String keys, boolean given) {
        assertThat(keys(keys).areGiven()).isEqualTo(given);
    }

    private static HubKeys keys(String text) {
        String[] parts = text.split(" ", -1);
        return new HubKeys(file(parts[0]), file(parts[1]), parts.length > 2);
    }

    private static @Nullable String file(String text) {
        return text.equals("-") ? null : text;
    }
}
