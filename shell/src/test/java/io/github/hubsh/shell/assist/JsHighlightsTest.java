package io.github.hubsh.shell.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsHighlightsTest {
    /** Below each line a letter for each of its characters: w for a word of the language. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "const a = 1.5 + 0x1F~wwwww     nnn   nnnn",
                "await hub.new('a\\'b') // x~wwwww         ssssss  cccc",
                "`a ${b}` /* c~ssssssss cccc",
                "x = true && null.class~    nnnn    nnnn      ",
                "a.return~        ",
                "\"open~sssss",
                "constant~        "
            })
    void each_piece_of_code_has_its_role(String code, String letters) {
        assertThat(letters(code)).isEqualTo(letters);
    }

    @Test
    void any_code_has_pieces_in_order_that_do_not_overlap() {
        long seed = 43;
        Random random = new Random(seed);
        String alphabet = "x= '\"`/*\\\n1e.é電${}()new true ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder code = new StringBuilder();
            random.ints(random.nextInt(30), 0, alphabet.length()).forEach(at -> code.append(alphabet.charAt(at)));
            int at = 0;
            for (Highlight each : JsHighlights.of(code.toString())) {
                assertThat(each.from()).as("seed %d, %s", seed, code).isGreaterThanOrEqualTo(at);
                assertThat(each.to()).as("seed %d, %s", seed, code).isBetween(each.from() + 1, code.length());
                at = each.to();
            }
        }
    }

    private static String letters(String code) {
        StringBuilder letters = new StringBuilder(" ".repeat(code.length()));
        for (Highlight each : JsHighlights.of(code)) {
            String letter = switch (each.role()) {
                case VERB -> "w";
                case NUMBER -> "n";
                case STRING -> "s";
                default -> "c";
            };
            letters.replace(each.from(), each.to(), letter.repeat(each.to() - each.from()));
        }
        return letters.toString();
    }
}
