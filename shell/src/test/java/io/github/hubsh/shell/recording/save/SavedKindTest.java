package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session becomes, by a name of it and by the file. */
final class SavedKindTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hubsh | HUBSH
            js    | JS
            test  | TEST
            JS    |
            mjs   |
            ``    |
            """)
    void a_kind_has_its_name_in_small_letters(String name, @Nullable SavedKind kind) {
        assertThat(SavedKind.named(name)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dose.hubsh     | HUBSH
            DOSE.HUBSH     | HUBSH
            dose.js        | JS
            dose.mjs       | JS
            dose.Js        | JS
            dose.test.js   | TEST
            dose.test.mjs  | TEST
            dose.TEST.js   | TEST
            dosetest.js    | JS
            dose.js.txt    |
            dose           |
            js             |
            """)
    void the_end_of_a_file_name_says_the_kind(String file, @Nullable SavedKind kind) {
        assertThat(SavedKind.ofFile(file)).isEqualTo(kind);
    }
}
