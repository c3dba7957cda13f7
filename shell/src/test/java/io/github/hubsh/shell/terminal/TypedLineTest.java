package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.assist.Completions;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypedLineTest {
    /**
     * Columns: a line, where the cursor is, where the word before it begins; the word, and how much of the line it is.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ping plu    | 8 | 5 | plu  | 3
            ping plugin | 8 | 5 | plu  | 3
            ping 'plu   | 9 | 5 | 'plu | 4
            ping 'plu'  | 9 | 5 | 'plu | 5
            ping "plu"  | 9 | 5 | "plu | 5
            ping "plu'  | 9 | 5 | "plu | 4
            ping xplux  | 9 | 5 | xplu | 4
            ping ''     | 5 | 5 | ``   | 0
            ``          | 0 | 0 | ``   | 0
            """)
    void the_quote_that_closes_the_word_goes_with_it(String line, int cursor, int from, String word, int raw) {
        Completions completion = new Completions(from, word, List.of(), false);
        TypedLine typed = new TypedLine(line, cursor, completion);

        assertThat(typed.word()).isEqualTo(word);
        assertThat(typed.words()).containsExactly(word);
        assertThat(typed.wordIndex()).isZero();
        assertThat(typed.wordCursor()).isEqualTo(word.length());
        assertThat(typed.rawWordCursor()).isEqualTo(word.length());
        assertThat(typed.rawWordLength()).isEqualTo(raw);
        assertThat(typed.line() + typed.cursor()).isEqualTo(line + cursor);
        assertThat(typed.completion()).isSameAs(completion);
        assertThat(typed.escape("a b'", true)).hasToString("a b'");
    }
}
