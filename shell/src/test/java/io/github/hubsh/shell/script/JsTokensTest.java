package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JavaScript cut into pieces. In the tables {@code ↵} is a line end. */
final class JsTokensTest {
    /** Columns: the code, and its pieces: words, numbers, texts and line ends by their letters, then their depth. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            let x_1 = $y;             ¦ W:let W:x_1 = W:$y ;
            1 + 1.5e3 + 0xFF + 1_000n ¦ N:1 + N:1.5e3 + N:0xFF + N:1_000n
            a↵b                       ¦ W:a E W:b
            a // let b↵c              ¦ W:a E W:c
            a // let b                ¦ W:a
            a /* let↵b */ c           ¦ W:a W:c
            'a "b' "c 'd"             ¦ T:'a "b' T:"c 'd"
            'a\\'b' c                 ¦ T:'a\\'b' W:c
            f('a)', [1])              ¦ W:f ( T:'a)'.1 ,.1 [.1 N:1.2 ].1 )
            {a}{b}                    ¦ { W:a.1 } { W:b.1 }
            a) b                      ¦ W:a ) W:b
            `a ${b + `c`} '` d        ¦ T:`a ${b + `c`} '` W:d
            `a\\`b` c                 ¦ T:`a\\`b` W:c
            /a'b/ c                   ¦ T:/a'b/ W:c
            x = /a\\/b/g              ¦ W:x = T:/a\\/b/ W:g
            x = /[/"]/; y             ¦ W:x = T:/[/"]/ ; W:y
            f(/'/)                    ¦ W:f ( T:/'/.1 )
            return /'/                ¦ W:return T:/'/
            a =↵/'/                   ¦ W:a = E T:/'/
            a / b / c                 ¦ W:a / W:b / W:c
            a↵/ b / c                 ¦ W:a E / W:b / W:c
            (a) / b / c               ¦ ( W:a.1 ) / W:b / W:c
            2 / b / c                 ¦ N:2 / W:b / W:c
            'a' / b / c               ¦ T:'a' / W:b / W:c
            """)
    void strings_comments_and_patterns_are_one_piece(String code, String expected) {
        JsTokens tokens = JsTokens.of(code.replace('↵', '\n'));
        assertThat(tokens.all().stream().map(token -> text(tokens, token)).collect(Collectors.joining(" ")))
                .isEqualTo(expected.replace('↵', '\n'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            ~~              ¦ false
            f(a)            ¦ false
            f(a             ¦ true
            {               ¦ true
            { [1, 2 }       ¦ true
            a }             ¦ false
            'f('            ¦ false
            'a              ¦ false
            `a              ¦ true
            `a ${           ¦ true
            `a ${ `b` }`    ¦ false
            `a\\            ¦ true
            /* a            ¦ true
            /* ( */         ¦ false
            // (            ¦ false
            /(/             ¦ false
            a / (           ¦ true
            """)
    void what_is_open_waits_for_more(String code, boolean open) {
        assertThat(JsTokens.of(code).isOpen()).isEqualTo(open);
    }

    @Test
    void a_piece_is_found_again_by_its_place() {
        JsTokens tokens = JsTokens.of("a a a");
        for (int i = 0; i < 3; i++) {
            assertThat(tokens.indexOf(tokens.all().get(i))).isEqualTo(i);
        }
    }

    private static String text(JsTokens tokens, JsTokens.Token token) {
        String text = tokens.text(token);
        String piece = switch (token.kind()) {
            case WORD -> "W:" + text;
            case NUMBER -> "N:" + text;
            case TEXT -> "T:" + text;
            case LINE_END -> "E";
            case SIGN -> text;
        };
        return token.depth() == 0 ? piece : piece + "." + token.depth();
    }
}
